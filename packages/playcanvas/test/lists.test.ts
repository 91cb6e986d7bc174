import { createPlayCanvas, isPaginationError } from "@fairlead/playcanvas";
import { createPlayCanvasCore, listAssets } from "@fairlead/playcanvas/operations";
import { describe, expect, it } from "vitest";
import { branch } from "./inputs.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const harbour = { projectId: 691250, branchId: branch };
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);
const sent = ({ journal }: World, operationId: string) => journal.count({ api: "playcanvas", operationId });

/** Adds branches to the project, each with the word in its name. */
function addBranches({ api }: World, word: string, count: number): void {
  const [main] = api.playcanvas.store.list("Branch", { id: branch });
  for (let index = 0; index < count; index++) {
    const name = `${word}-${String(index).padStart(3, "0")}`;
    api.playcanvas.store.create("Branch", { ...main, id: undefined, name, permanent: false });
  }
}

/** Gives so many branches on a page: the document states no number, so the sandbox gives all that come after `skip`. */
function inPagesOf(size: number, fetching: World["fetch"]): World["fetch"] {
  return async (...request) => {
    const { result } = (await (await fetching(...request)).json()) as { result: unknown[] };
    return Response.json({ result: result.slice(0, size), pagination: { hasMore: result.length > size } });
  };
}

describe.each(ways)("all assets of a project, %s", (way) => {
  const world = useSandbox(way);

  it.each([1, 7, 16])("come once each, with %d on a page", async (limit) => {
    const here = world();
    const ids: number[] = [];
    for await (const { id } of here.pc.assets.list({ ...harbour, limit })) ids.push(id);
    expect(new Set(ids).size).toBe(24);
    expect(ids).toHaveLength(24);
    expect(sent(here, "listAssets")).toBe(Math.ceil(24 / limit));
  });

  it("need two requests after a plain call, and one by .all, which asks for larger pages", async () => {
    const here = world();
    const list = here.pc.assets.list(harbour);
    expect((await list).result).toHaveLength(16);
    const all: string[] = [];
    for await (const { name } of list) all.push(name);
    expect(sent(here, "listAssets")).toBe(2);
    expect(names(await here.pc.assets.list.all(harbour))).toEqual(all);
    expect(sent(here, "listAssets")).toBe(3);
  });

  it("come by the standalone function too", async () => {
    const { url, token, fetch } = world().api.playcanvas;
    const core = createPlayCanvasCore({ baseUrl: url, auth: token(), fetch });
    expect(await listAssets.all(core, harbour)).toHaveLength(24);
    const ids: number[] = [];
    for await (const { id } of listAssets(core, { ...harbour, limit: 20 })) ids.push(id);
    expect(ids).toHaveLength(24);
  });

  it("are not asked for any further once the loop is left", async () => {
    const here = world();
    for await (const { name } of here.pc.assets.list(harbour)) if (name === "Panel") break;
    for await (const { items } of here.pc.assets.list.pages({ ...harbour, limit: 5 })) if (items.length > 0) break;
    expect(sent(here, "listAssets")).toBe(2);
  });

  it("go on from where another walk was left, with nothing but the word that it gave", async () => {
    const here = world();
    const first: string[] = [];
    let next: string | undefined;
    for await (const page of here.pc.assets.list.pages({ ...harbour, limit: 10 })) {
      first.push(...names(page.items));
      next = page.next;
      break;
    }
    const rest = await here.pc.assets.list.all(harbour, { from: next ?? "" });
    expect([...first, ...names(rest)]).toEqual(names(await here.pc.assets.list.all(harbour)));
    expect([first.length, rest.length]).toEqual([10, 14]);
  });

  it("are at most max, else an error and no part of them", async () => {
    const { pc } = world();
    expect(await pc.assets.list.all(harbour, { max: 24 })).toHaveLength(24);
    const cut = pc.assets.list.all(harbour, { max: 23 });
    await expect(cut).rejects.toSatisfy((error) => isPaginationError(error) && error.kind === "itemLimit");
  });

  it("come once each although others are added in front while they are read", async () => {
    const here = world();
    const before = (await here.pc.assets.list.all(harbour)).map(({ id }) => id);
    const after: number[] = [];
    for await (const { items } of here.pc.assets.list.pages({ ...harbour, limit: 7, sort: "createdAt", order: -1 })) {
      after.push(...items.map(({ id }) => id));
      await here.pc.assets.create({ body: { ...harbour, name: `${after.length}.js`, file: new Blob(["1"]) } });
    }
    expect(new Set(after).size).toBe(after.length);
    expect(before.filter((id) => !after.includes(id))).toEqual([]);
  });
});

describe.each(ways)("other lists, %s", (way) => {
  const world = useSandbox(way);

  it("of branches lose none and repeat none while some are added", async () => {
    const here = world();
    const pc = createPlayCanvas({
      baseUrl: here.api.playcanvas.url,
      auth: here.api.playcanvas.token(),
      fetch: inPagesOf(20, here.fetch),
    });
    addBranches(here, "night", 45);
    const before = names(await pc.branches.list.all({ projectId: 691250 }));
    expect(before).toHaveLength(47);
    const read: string[] = [];
    for await (const { items } of pc.branches.list.pages({ projectId: 691250 })) {
      read.push(...names(items));
      addBranches(here, `dawn${read.length}`, 3); // before every one that is still to come
      if (read.length < 40) addBranches(here, "tide", 2); // after them
    }
    expect(new Set(read).size).toBe(read.length);
    expect(before.filter((name) => !read.includes(name))).toEqual([]);
    expect(read.filter((name) => !before.includes(name))).toEqual(["tide-000", "tide-001"]);
    expect(sent(here, "listBranches")).toBe(6);
  });

  it("of checkpoints give all of them while one is made", async () => {
    const { pc, clock } = world();
    const read: string[] = [];
    for await (const { id } of pc.checkpoints.list({ branchId: branch, limit: 10 })) {
      read.push(id);
      if (read.length !== 4) continue;
      await pc.checkpoints.create({ body: { ...harbour, description: "Before the fair" } });
      clock.advance("PT5S");
    }
    expect([read.length, new Set(read).size]).toEqual([27, 27]);
    expect(await pc.checkpoints.list.all({ branchId: branch })).toHaveLength(28);
  });

  it("of splats give each of the account, with one on a page", async () => {
    const { pc } = world();
    const titles: string[] = [];
    for await (const { title } of pc.supersplat.listSplats({ limit: 1 })) titles.push(title);
    expect(titles).toEqual((await pc.supersplat.listSplats()).data.map(({ title }) => title));
    expect(titles.length).toBeGreaterThan(1);
  });
});

describe("a server that repeats itself", () => {
  const page = { result: [{ id: 1 }, { id: 2 }], pagination: { skip: 0, limit: 2, total: 5 } };
  const client = (body: unknown) => {
    let requests = 0;
    const fetch = async () => {
      requests++;
      return Response.json(body);
    };
    return { pc: createPlayCanvas({ auth: "a-secret-token", fetch }), requests: () => requests };
  };

  it("is a loop for assets after its second page", async () => {
    const { pc, requests } = client(page);
    await expect(pc.assets.list.all(harbour)).rejects.toMatchObject({ code: "pagination", kind: "loop" });
    expect(requests()).toBe(2);
  });

  it("is a loop for branches after its second page", async () => {
    const { pc, requests } = client({ result: [{ id: "a" }], pagination: { hasMore: true } });
    await expect(pc.branches.list.all({ projectId: 5 })).rejects.toMatchObject({ kind: "loop" });
    expect(requests()).toBe(2);
  });

  it("is taken at its word when it leaves out what tells that there is more", async () => {
    const { pc, requests } = client({ result: page.result });
    expect(await pc.assets.list.all(harbour)).toHaveLength(2);
    expect(await pc.branches.list.all({ projectId: 5 })).toHaveLength(2);
    expect(requests()).toBe(2);
  });
});
