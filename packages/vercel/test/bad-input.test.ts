import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { jsonLines } from "@fairlead/runtime/files";
import {
  createVercel,
  isBadRequestError,
  isConflictError,
  isConnectionError,
  isDecodeError,
  isNotFoundError,
  isPaginationError,
  isPermissionDeniedError,
  isWaiterFailedError,
} from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox } from "./on-sandbox.ts";

const world = useSandbox("over HTTP");
const idOrName = "harbour-site";

/** The code that the server gives for an error. */
const codeOf = (error: unknown): unknown => Object(error).body?.error?.code;

/** A server on loopback for one test, and a client of it. */
async function served<T>(
  answer: (url: URL, response: ServerResponse) => void,
  run: (vc: ReturnType<typeof createVercel>) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => answer(new URL(request.url ?? "/", "http://localhost"), response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return await run(createVercel({ auth: "a-token-of-tests", baseUrl, retry: false }));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("each mistake has its error", () => {
  it("a team that does not exist: 403 for calls that act for it, 404 where it is what is asked for", async () => {
    const { client, own } = world();
    for (const scope of [{ slug: "no-such-team" }, { teamId: "team_000000000000000000000000" }]) {
      const error = await failure(client(scope).projects.list.all());
      expect([isPermissionDeniedError(error), codeOf(error)]).toEqual([true, "forbidden"]);
    }
    expect(isNotFoundError(await failure(own.teams.get({ teamId: "no-such-team" })))).toBe(true);
  });

  it("a token without access: 403 and no 401, sent once, and no token in the error", async () => {
    const { client } = world();
    const auth = "invalid-token-0123456789";
    const error = await failure(client({ auth, slug: "acme", retry: { attempts: 3 } }).projects.list());
    expect(isPermissionDeniedError(error)).toBe(true);
    expect(error).toMatchObject({ attempts: 1, retryable: false, body: { error: { invalidToken: true } } });
    expect(`${error} ${JSON.stringify(error)}`).not.toContain(auth);
  });

  it("a domain that is taken: 409 where another project has it, 400 where this one does", async () => {
    const { acme } = world();
    const body = { name: "harbour.example.com" };
    const taken = await failure(acme.projectDomains.create({ idOrName: "tide-table", body }));
    expect([isConflictError(taken), codeOf(taken)]).toEqual([true, "domain_already_in_use"]);
    const here = await failure(acme.projectDomains.create({ idOrName, body }));
    expect([isBadRequestError(here), codeOf(here)]).toEqual([true, "domain_already_in_use"]);
    expect((await acme.projectDomains.list.all({ idOrName: "tide-table" })).map(({ name }) => name)).not.toContain(
      body.name,
    );
  });

  it("a variable that exists: 403 for a single one, a 201 with `failed` for several, and the old value stays", async () => {
    const { acme } = world();
    const body = { key: "HARBOUR_CITY", value: "Kiel", type: "plain", target: ["production"] } as const;
    const twin = { ...body, target: ["production" as const] };
    const error = await failure(acme.env.create({ idOrName, body: twin }));
    expect([isPermissionDeniedError(error), codeOf(error)]).toEqual([true, "ENV_CONFLICT"]);
    const { created, failed } = await acme.env.create({ idOrName, body: [twin, { ...twin, key: "PIER" }] });
    expect([created].flat()).toMatchObject([{ key: "PIER" }]);
    expect(failed).toMatchObject([{ error: { code: "ENV_CONFLICT", key: "HARBOUR_CITY" } }]);
    expect(await acme.env.get({ idOrName, id: "Xk4mQ9rT2vLb7sNw" })).toMatchObject({ value: "Hamburg" });
  });

  it("a digest that is none, and one of other bytes: 400, and no deployment can use the file", async () => {
    const { acme } = world();
    const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");
    const body = new Blob(["buoy\n"]);
    for (const digest of ["not-a-digest", "", sha1("gull\n"), sha1("buoy\n").slice(1)]) {
      const error = await failure(acme.files.upload({ "x-vercel-digest": digest, body }));
      expect([digest, isBadRequestError(error)]).toEqual([digest, true]);
    }
    const files = [{ file: "buoy.txt", sha: sha1("gull\n") }];
    const missing = await failure(acme.deployments.create({ body: { name: idOrName, files } }));
    expect(missing).toMatchObject({ body: { error: { code: "missing_files", missing: [sha1("gull\n")] } } });
  });

  it("a deployment that fails while it is waited for: the last state is in the error", async () => {
    const { acme, jobs } = world();
    jobs.plan({ operationId: "createDeployment", end: "ERROR", message: "The quay is closed" });
    const files = [{ file: "index.html", data: "<h1>Waves</h1>" }];
    const job = acme.deployments.create.wait({ body: { name: idOrName, target: "production", files } });
    const error = await failure(job.done());
    if (!isWaiterFailedError(error)) throw new Error(`It did not fail: ${error}`);
    expect([error.state, Object.keys(error.tally)]).toEqual(["ERROR", expect.arrayContaining(["QUEUED", "ERROR"])]);
    expect(error.resource).toMatchObject({ errorCode: "BUILD_FAILED", errorMessage: "The quay is closed" });
    const { id } = Object(error.resource);
    expect(await acme.deployments.get({ idOrUrl: id })).toMatchObject({ readyState: "ERROR", aliasAssigned: false });
  });
});

describe("a stream of lines that ends in the middle of one", () => {
  const whole = [
    { type: "stdout", created: 1 },
    { type: "stdout", created: 2, text: "Häfen ⚓" },
  ];
  const bytes = new TextEncoder().encode(whole.map((line) => `${JSON.stringify(line)}\n`).join(""));

  /** What comes of a stream, and what it fails with. */
  const read = (cut: number, end: (response: ServerResponse) => void) =>
    served(
      (_, response) => {
        response.writeHead(200, { "content-type": "application/stream+json" });
        response.write(bytes.subarray(0, cut), () => end(response));
      },
      async (vc) => {
        const lines: unknown[] = [];
        const { data } = await vc.raw.GET("/v3/deployments/{idOrUrl}/events", {
          params: { path: { idOrUrl: "dpl_1" }, query: { follow: 1 } },
          parseAs: "stream",
        });
        const error = await failure(
          (async () => {
            for await (const line of jsonLines(data as unknown as ReadableStream<Uint8Array>)) lines.push(line);
          })(),
        );
        return { lines, error };
      },
    );
  /** Wherever it is cut: after the first line, in a number, in a character. */
  const cuts = [bytes.indexOf(10) + 1, bytes.indexOf(10) + 20, bytes.length - 5];

  it("because the connection is cut: every whole line came, and then a ConnectionError", async () => {
    for (const cut of cuts) {
      const { lines, error } = await read(cut, (response) => setTimeout(() => response.destroy(), 20));
      expect(lines).toEqual(whole.slice(0, 1));
      expect(error).toSatisfy(isConnectionError);
    }
  });

  it("because the server ends early: half a line is no line, and is told as a DecodeError with its number", async () => {
    for (const cut of cuts.slice(1)) {
      const { lines, error } = await read(cut, (response) => response.end());
      expect(lines).toEqual(whole.slice(0, 1));
      expect(error).toSatisfy(isDecodeError);
      expect(String(error)).toContain("line 2 is no JSON");
    }
    expect(await read(bytes.length - 1, (response) => response.end())).toEqual({ lines: whole, error: undefined });
  });
});

describe("pages that are not as they should be", () => {
  it("two items of one millisecond at the border of a page: each comes once, and the walk ends", async () => {
    const { acme, api, clock } = world();
    const { store } = api.vercel;
    const [{ id: accountId } = {}] = store.list("Team", { slug: "acme" });
    const [pattern] = store.list("Deployment", { accountId });
    const { id: _id, createdAt: _at, ...rest } = pattern ?? {};
    const since = clock.now();
    // Milliseconds to the one before: three have one time, and two another.
    const made = [1, 1, 0, 0, 1, 1, 0, 1].map((gapMs, index) => {
      clock.advance(gapMs);
      return store.create("Deployment", { ...rest, url: `border-${index}.example.app` });
    });
    for (const limit of [1, 2, 3, 4, 5]) {
      const pages: number[] = [];
      const seen: { uid: string; created: number }[] = [];
      for await (const { items } of acme.deployments.list.pages({ limit, since })) {
        pages.push(items.length);
        seen.push(...items);
      }
      expect([limit, seen.map(({ uid }) => uid).toSorted()]).toEqual([limit, made.map(({ id }) => id).toSorted()]);
      expect(seen.map(({ created }) => created)).toEqual(made.map(({ createdAt }) => createdAt).toReversed());
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.length).toBeLessThanOrEqual(made.length);
    }
  });

  it("a server that cuts between two items of one millisecond, for ever: an error and no endless loop", async () => {
    let requests = 0;
    const error = await served(
      (_, response) => {
        requests += 1;
        const deployments = [
          { uid: "dpl_1", created: 7 },
          { uid: "dpl_2", created: 7 },
        ];
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ deployments, pagination: { count: 2, next: 7, prev: 7 } }));
      },
      (vc) => failure(vc.deployments.list.all({ limit: 2 })),
    );
    expect(error).toSatisfy(isPaginationError);
    expect(requests).toBeLessThan(4);
  });

  it("a page object that is absent, null or empty: it was the last page", async () => {
    for (const pagination of [undefined, null, {}, { count: 1 }, { count: 1, next: null, prev: null }]) {
      let requests = 0;
      const ids = await served(
        (_, response) => {
          requests += 1;
          response.setHeader("content-type", "application/json");
          response.end(JSON.stringify({ projects: [{ id: "prj_1" }], pagination }));
        },
        async (vc) => (await vc.projects.list.all({ limit: 1 })).map(({ id }) => id),
      );
      expect([pagination, ids, requests]).toEqual([pagination, ["prj_1"], 1]);
    }
  });
});
