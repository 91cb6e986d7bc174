import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVercel, isPaginationError } from "../src/index.ts";
import { failure } from "./failure.ts";
import { useSandbox } from "./on-sandbox.ts";

interface Item {
  readonly id: string;
  readonly createdAt: number;
}

/** What the server has, newest first. */
let items: readonly Item[] = [];
/** Whether a page says where it stands; a server may leave that out where all is on one page. */
let tellsPlace = true;
let requests = 0;
let server: Server;
beforeAll(async () => {
  // The border of the vendor's pages is inclusive: the next one begins with the time of the last item.
  server = createServer((request, response) => {
    requests += 1;
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    const until = Number(searchParams.get("from") ?? Number.POSITIVE_INFINITY);
    const fitting = items.filter(({ createdAt }) => createdAt <= until);
    const projects = fitting.slice(0, Number(searchParams.get("limit") ?? 3));
    const next = projects.length < fitting.length ? (projects.at(-1)?.createdAt ?? null) : null;
    const place = { count: projects.length, next, prev: projects[0]?.createdAt ?? null };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ projects, ...(tellsPlace && { pagination: place }) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

function client() {
  const { port } = server.address() as AddressInfo;
  return createVercel({ auth: "a-token-of-tests", baseUrl: `http://127.0.0.1:${port}`, retry: false });
}

/** Items that were made at these times; the newest come first. */
function madeAt(...times: readonly number[]): void {
  items = times.map((createdAt, index) => ({ id: `prj_${index}`, createdAt }));
  tellsPlace = true;
  requests = 0;
}

const walked = async (limit: number) => {
  const ids: string[] = [];
  for await (const { id } of client().projects.list({ limit })) ids.push(id);
  return ids;
};

describe("a walk over a list whose border is inclusive", () => {
  it("gives every item once, in order", async () => {
    madeAt(90, 80, 70, 60, 50, 40, 30);
    expect(await walked(3)).toEqual(items.map(({ id }) => id));
  });

  it("loses nothing and repeats nothing where two items at the border have the same time", async () => {
    madeAt(90, 80, 70, 70, 60, 50, 50, 40);
    expect(await walked(3)).toEqual(items.map(({ id }) => id));
  });

  it("ends with an error, and not never, where more items have one time than a page holds", async () => {
    madeAt(90, 70, 70, 70, 70, 70, 60);
    expect(isPaginationError(await failure(walked(3)))).toBe(true);
    expect(requests).toBeLessThan(6);
  });

  it("is one page where the answer does not say where it stands", async () => {
    madeAt(90, 80);
    tellsPlace = false;
    expect(await walked(3)).toEqual(["prj_0", "prj_1"]);
    expect(requests).toBe(1);
  });
});

const world = useSandbox("over HTTP");

describe("the loop that the vendor's overview shows", () => {
  it("works on the sandbox under the path of its time, and gives each project once", async () => {
    const here = world();
    const { store } = here.api.vercel;
    const [{ id: accountId } = {}] = store.list("Team", { slug: "acme" });
    const [first] = store.list("Project", { accountId });
    const { id: _id, createdAt: _at, updatedAt: _changed, ...rest } = first ?? {};
    for (let spare = 0; spare < 45; spare += 1) store.create("Project", { ...rest, name: `spare-${spare}` });
    const vc = createVercel({ auth: here.api.vercel.token(), baseUrl: here.api.vercel.url });
    const names: string[] = [];
    let until: number | null | undefined;
    do {
      const query = { slug: "acme", ...(until != null && { until: String(until) }) };
      const page = Object(await vc.request("GET", "/v9/projects", { query }));
      names.push(...page.projects.map(({ name }: { name: string }) => name));
      until = page.pagination.next;
    } while (until !== null);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith("spare-"))).toHaveLength(45);
  });
});
