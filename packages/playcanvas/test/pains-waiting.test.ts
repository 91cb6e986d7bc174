import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { bearer, createPlayCanvas, isRateLimitError, isTimeoutError } from "../src/index.ts";
import { createPlayCanvasCore, downloadApp, getJob, listScenes, updateAsset } from "../src/operations.ts";
import { branch } from "./inputs.ts";
import { jsonReply, type PainsServer, type Received, type Reply, startServer } from "./pains-server.ts";

let server: PainsServer;
afterEach(() => server[Symbol.asyncDispose]());

/** A server and a core client of it in the time of its clock. */
async function coreOf(reply: (request: Received, index: number) => Reply, more: object = {}) {
  server = await startServer(reply);
  return createPlayCanvasCore({ ...server.options, ...more });
}

const form = () => ({ branchId: branch, name: "spin.js", file: new File(["var a = 1;"], "spin.js") });
const build = { body: { project_id: 691250, name: "Harbour tour", scenes: [1203] } };
const thrown = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a request that is sent again", () => {
  it("after a refused token has the new one, and the same form to the last byte", async () => {
    const asked: unknown[] = [];
    const auth = bearer(({ refresh }) => {
      asked.push(refresh);
      return refresh ? "new-token-0123456789" : "old-token-0123456789";
    });
    const core = await coreOf(
      ({ headers }) =>
        headers.authorization === "Bearer new-token-0123456789" ? jsonReply({ id: 88 }) : jsonReply({}, 401),
      { auth },
    );
    expect(await server.finish(updateAsset(core, { assetId: 88, body: form() }))).toEqual({ id: 88 });
    const [first, second] = server.requests;
    expect([server.requests.length, asked]).toEqual([2, [undefined, true]]);
    expect(first?.body).toContain('name="file"; filename="spin.js"');
    expect(second?.body).toBe(first?.body);
  });

  it("after a 503 has the same form to the last byte", async () => {
    const core = await coreOf((_, index) => jsonReply({ id: 88 }, index < 2 ? 503 : 200));
    expect(await server.finish(updateAsset(core, { assetId: 88, body: form() }))).toEqual({ id: 88 });
    expect(server.requests.length).toBe(3);
    expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1);
  });
});

describe("the time of a call", () => {
  it("begins with the call: a client that is a day old has all of it", async () => {
    const core = await coreOf((_, index) => (index === 0 ? jsonReply({ id: 5120 }) : "stall"));
    await server.clock.advance(86_400_000);
    const options = { timeoutMs: 5000, retry: false } as const;
    expect(await server.finish(getJob(core, { id: 5120 }, options))).toEqual({ id: 5120 });
    const before = server.clock.now();
    const error = await server.finish(thrown(getJob(core, { id: 5120 }, options)));
    expect(isTimeoutError(error) && error).toMatchObject({ phase: "total", limitMs: 5000 });
    expect(server.clock.now() - before).toBe(5000);
  });

  it("is limited where nobody says so: headers that never come end it after 30 s", async () => {
    const core = await coreOf(() => "stall");
    const before = server.clock.now();
    const error = await server.finish(thrown(getJob(core, { id: 5120 }, { retry: false })));
    expect(isTimeoutError(error) && error).toMatchObject({ phase: "headers", limitMs: 30_000 });
    expect(server.clock.now() - before).toBe(30_000);
  });
});

describe("a server that asks to wait", () => {
  it.each(["90", "120"])("for %s s is obeyed, and for half a second more at most", async (seconds) => {
    const core = await coreOf((_, index) => jsonReply({}, index ? 200 : 429, { "retry-after": seconds }));
    await server.finish(getJob(core, { id: 5120 }));
    const [first, second] = server.requests.map(({ atMs }) => atMs);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(Number(seconds) * 1000);
    expect((second ?? 0) - (first ?? 0)).toBeLessThan(Number(seconds) * 1000 + 501);
  });

  it.each(["121", "3600", "86400"])("for %s s is not waited for, and the error says how long", async (seconds) => {
    const core = await coreOf(() => jsonReply({}, 429, { "retry-after": seconds }));
    const before = server.clock.now();
    const error = await server.finish(thrown(getJob(core, { id: 5120 })));
    expect(isRateLimitError(error) && error.retryAfterMs).toBe(Number(seconds) * 1000);
    expect([server.requests.length, server.clock.now() - before]).toEqual([1, 0]);
  });

  it("stops all calls of the class that is used up, and none of another class", async () => {
    const core = await coreOf((_, index) =>
      index === 0 ? jsonReply({}, 429, { "retry-after": "30" }) : jsonReply({ result: [] }),
    );
    const start = server.clock.now();
    const refused = getJob(core, { id: 5120 });
    await server.quiet();
    const others = [listScenes(core, { projectId: 691250 }), getJob(core, { id: 5121 }), downloadApp(core, build)];
    await server.finish(Promise.all([refused, ...others]));
    const waits = server.requests.map(({ url, atMs }) => [url, atMs - start >= 30_000]);
    expect(waits.slice(0, 2)).toEqual([
      ["/api/jobs/5120", false],
      ["/api/apps/download", false],
    ]);
    expect(waits.slice(2).map(([, isLate]) => isLate)).toEqual([true, true, true]);
  });
});

describe("what a call leaves behind", () => {
  it("is no listener on a signal that many calls share, and no warning", async () => {
    server = await startServer((_, index) => (index % 3 ? jsonReply({ id: 1 }) : { status: 404 }));
    const pc = createPlayCanvas({ auth: "a-secret-token", baseUrl: server.url, rateLimit: { mode: "off" } });
    const warnings: Error[] = [];
    const warn = (warning: Error) => void warnings.push(warning);
    process.on("warning", warn);
    const controller = new AbortController();
    const { signal } = controller;
    try {
      const calls = Array.from({ length: 30 }, () => pc.jobs.get.safe({ id: 1 }, { signal }));
      expect((await Promise.all(calls)).filter(({ ok }) => ok)).toHaveLength(20);
      expect(getEventListeners(signal, "abort")).toEqual([]);
      // Warnings come by nextTick.
      await new Promise((resolve) => setImmediate(resolve));
      expect(warnings.filter(({ name }) => name === "MaxListenersExceededWarning")).toEqual([]);
    } finally {
      process.off("warning", warn);
    }
  });

  it("does not keep a program alive, however long its limits are", async () => {
    server = await startServer(() => jsonReply({ id: 1 }));
    const program = `
      import { createPlayCanvas } from "${new URL("../src/index.ts", import.meta.url).href}";
      const hour = { headersMs: 280_000, bodyIdleMs: 3_600_000, totalMs: 3_600_000 };
      const pc = createPlayCanvas({ auth: "a-secret-token", baseUrl: "${server.url}", timeouts: hour });
      const { signal } = new AbortController();
      console.log((await pc.jobs.get({ id: 1 }, { signal })).id);
    `;
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], { timeout: 20_000 });
    expect((await run).stdout).toBe("1\n");
  });

  it("is no wait after an abort: a retry that would come in a minute ends at once", async () => {
    const core = await coreOf(() => jsonReply({}, 503, { "retry-after": "60" }));
    const controller = new AbortController();
    const error = thrown(getJob(core, { id: 5120 }, { signal: controller.signal }));
    await server.quiet();
    controller.abort();
    expect(await error).toMatchObject({ name: "AbortError" });
    expect([server.requests.length, server.clock.pending()]).toEqual([1, 0]);
  });
});
