import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { Core, CoreOptions } from "../src/core.ts";
import { createCore } from "../src/core.ts";
import { NotFoundError } from "../src/errors/api/not-found-error.ts";
import { RequestError } from "../src/errors/request/request-error.ts";
import { isWaiterAbortedError, WaiterAbortedError } from "../src/errors/waiter/waiter-aborted-error.ts";
import { isWaiterError, WaiterError } from "../src/errors/waiter/waiter-error.ts";
import { isWaiterFailedError, WaiterFailedError } from "../src/errors/waiter/waiter-failed-error.ts";
import { isWaiterTimeoutError, WaiterTimeoutError } from "../src/errors/waiter/waiter-timeout-error.ts";
import { type FileResult, fileResult } from "../src/files/file-result.ts";
import { type OperationFunction, operation } from "../src/operation.ts";
import type { JobRow, OperationRow } from "../src/operation-row.ts";
import { jsonBody } from "../src/request/body.ts";
import { inPath } from "../src/request/place.ts";
import { asJson } from "../src/response/as-json.ts";
import { fakeClock } from "../src/testing/fake-clock.ts";
import type { MockAnswer } from "../src/testing/mock-answer.ts";
import { mockTransport } from "../src/testing/mock-transport.ts";
import { type WaitDefinition, type WaitFunction, waitFunction } from "../src/waiters/wait-function.ts";
import type { WaitOptions } from "../src/waiters/wait-options.ts";
import { rejection } from "./support/client.ts";

const TOKEN = "museum-token-0123456789";
const ADDRESS = "https://files.museum.test/tours/7.zip?signature=0123456789abcdef";

const row: JobRow = {
  name: "printJob",
  start: { id: "/id", state: "/status" },
  status: { operationId: "getPrint", param: "path.id", state: "/status" },
  states: {
    running: {},
    complete: { end: "success", result: ["/data"] },
    error: { end: "failure", message: ["/messages/0"] },
  },
  poll: { everyMs: 2000, factor: 1.5, maxMs: 15_000, timeoutMs: 600_000 },
  result: ["/data/download_url", "/url"],
  resultKind: "file",
};
const startRow: OperationRow = {
  id: "printTour",
  method: "POST",
  path: "/prints",
  body: { write: jsonBody },
  parse: asJson,
};
const statusRow: OperationRow = {
  id: "getPrint",
  method: "GET",
  path: "/prints/{id}",
  params: { id: { in: inPath, type: "integer", required: true } },
  parse: asJson,
  errors: { 404: NotFoundError },
};
const start = operation<OperationFunction>(startRow);
const status = operation<OperationFunction>(statusRow);

/** An answer that tells a state. */
const told = (state: string, more: object = {}, headers: Record<string, string> = {}): MockAnswer => ({
  json: { id: 7, status: state, ...more },
  headers,
});
const running = told("running");
const complete = told("complete", { data: { download_url: ADDRESS } });

interface World {
  readonly core: Core;
  readonly clock: ReturnType<typeof fakeClock>;
  readonly fetch: ReturnType<typeof mockTransport>;
  readonly wait: WaitFunction;
  /** Milliseconds from one request to the next. */
  gaps(): number[];
}

function world(script: MockAnswer[], more: Partial<WaitDefinition> = {}, options: Partial<CoreOptions> = {}): World {
  const clock = fakeClock();
  const times: number[] = [];
  const fetch = mockTransport(
    script.map(
      (answer): MockAnswer =>
        (request) => {
          times.push(clock.now());
          return typeof answer === "function" ? answer(request) : answer;
        },
    ),
  );
  const core = createCore({
    name: "museum-client",
    version: "1.2.3",
    auth: TOKEN,
    baseUrl: "https://api.museum.test",
    fetch,
    clock,
    random: () => 0.5,
    retry: false,
    ...options,
  });
  const wait = waitFunction({
    row,
    operation: startRow,
    start,
    status,
    statusParam: "id",
    result: fileResult,
    ...more,
  });
  const gaps = () => times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return { core, clock, fetch, wait, gaps };
}

/** Waits to the end, and gives the result or the error. */
async function outcome(here: World, options?: object): Promise<unknown> {
  return here.clock.finish(
    here
      .wait(here.core, { body: {} }, options as WaitOptions<never>)
      .done()
      .catch((e) => e),
  );
}

const urls = ({ fetch }: World) => fetch.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);

describe("a wait that ends well", () => {
  test("starts the job, polls it by its id at the declared pace, and gives the declared result", async () => {
    const here = world([running, running, running, complete]);
    const file = (await outcome(here)) as FileResult;
    expect(urls(here)).toEqual(["POST /prints", "GET /prints/7", "GET /prints/7", "GET /prints/7"]);
    expect(here.gaps()).toEqual([2000, 3000, 4500]);
    expect(file.url).toBe(ADDRESS);
    expect(here.clock.pending()).toBe(0);
  });

  test("sends no poll when the answer of the start is final, and finds its result at the second pointer", async () => {
    const here = world([told("complete", { url: ADDRESS })]);
    expect(((await outcome(here)) as FileResult).url).toBe(ADDRESS);
    expect(here.fetch.requests.length).toBe(1);
  });

  test("takes a null for no result and goes to the next pointer", async () => {
    const here = world([told("complete", { data: { download_url: null }, url: ADDRESS })]);
    expect(((await outcome(here)) as FileResult).url).toBe(ADDRESS);
  });

  test("polls at once when the answer of the start tells no state", async () => {
    const rows = [{ ...row, start: { id: "/id" } }, row] as const;
    for (const [index, job] of rows.entries()) {
      const here = world([index ? { json: { id: 7 } } : running, complete], { row: job });
      await outcome(here);
      expect(here.gaps()).toEqual([0]);
    }
  });

  test("of the status operation polls at once, and gives the state's own result", async () => {
    const { result: _, ...usual } = row;
    const here = world([running, complete], {
      row: { ...usual, resultKind: "json" },
      result: undefined,
      operation: statusRow,
      start: undefined,
    });
    const job = here.wait(here.core, { id: 7 });
    expect(await here.clock.finish(job.done())).toEqual({ download_url: ADDRESS });
    expect(urls(here)).toEqual(["GET /prints/7", "GET /prints/7"]);
  });

  test("gives the whole answer where no result is declared", async () => {
    const { result: _, ...usual } = row;
    const job: JobRow = { ...usual, states: { done: { end: "success" } }, resultKind: "json" };
    expect(await outcome(world([told("done")], { row: job, result: undefined }))).toEqual({ id: 7, status: "done" });
  });

  test("gives the same outcome to everyone who waits, with one set of polls", async () => {
    const here = world([running, running, complete]);
    const job = here.wait(here.core, { body: {} });
    const seen: unknown[] = [];
    const iterate = async () => {
      for await (const state of job) seen.push((state as { status: string }).status);
    };
    await here.clock.finish(Promise.all([job.done(), iterate(), job.done()]));
    expect(seen).toEqual(["running", "running", "complete"]);
    expect(here.fetch.requests.length).toBe(3);
    expect(((await job.done()) as FileResult).url).toBe(ADDRESS);
  });
});

describe("the pace", () => {
  test.each([
    [0, [1600, 2400, 3600, 5400, 8100, 12_000, 12_000]],
    [0.999_999, [2400, 3600, 5400, 8100, 12_150, 15_000, 15_000]],
  ])("with the random number %d has its jitter, and stays below its cap", async (number, gaps) => {
    const script = [...Array.from({ length: 7 }, () => running), complete];
    const here = world(script, {}, { random: () => number });
    await outcome(here);
    expect(here.gaps().map((gap) => Math.round(gap))).toEqual(gaps);
  });

  test("obeys Retry-After of the start and of a poll, without jitter", async () => {
    const script = [
      told("running", {}, { "retry-after": "7" }),
      told("running", {}, { "retry-after": "40" }),
      running,
      complete,
    ];
    const here = world(script, {}, { random: () => 0.9 });
    await outcome(here);
    expect(here.gaps().slice(0, 2)).toEqual([7000, 40_000]);
  });

  test("obeys a Retry-After only until the wait ends", async () => {
    const here = world([told("running", {}, { "retry-after": "86400" })]);
    const before = here.clock.now();
    expect(await outcome(here, { maxWaitMs: 60_000 })).toBeInstanceOf(WaiterTimeoutError);
    expect(here.clock.now() - before).toBe(60_000);
  });
});

describe("a job that", () => {
  test("never ends is a WaiterTimeoutError with the tally, after the declared time", async () => {
    const here = world(Array.from({ length: 100 }, (_, index) => told(index < 2 ? "queued" : "running")));
    const before = here.clock.now();
    const error = (await outcome(here)) as WaiterTimeoutError;
    expect(error).toBeInstanceOf(WaiterTimeoutError);
    expect(here.clock.now() - before).toBe(600_000);
    const polls = here.fetch.requests.length;
    expect(error).toMatchObject({
      code: "waiter_timeout",
      state: "running",
      tally: { queued: 2, running: polls - 2 },
      attempts: polls,
      elapsedMs: 600_000,
      operationId: "printTour",
      urlTemplate: "/prints",
      lastState: { id: 7, status: "running" },
    });
    expect(error.message).toBe(
      `POST /prints: no end within 600 s; resume, or set maxWaitMs (seen: queued 2 running ${polls - 2})`,
    );
    expect([isWaiterError(error), isWaiterTimeoutError(error), isWaiterFailedError(error)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(here.clock.pending()).toBe(0);
  });

  test("hangs in the middle of a poll is a WaiterTimeoutError on time, and the request is aborted", async () => {
    const here = world([running, "stall"]);
    const before = here.clock.now();
    expect(await outcome(here, { maxWaitMs: 5000 })).toBeInstanceOf(WaiterTimeoutError);
    expect(here.clock.now() - before).toBe(5000);
    expect(here.fetch.requests[1]?.init.signal?.aborted).toBe(true);
  });

  test("fails is a WaiterFailedError with the server's words and the final answer", async () => {
    const here = world([running, told("error", { messages: ["Out of\n paper"] })]);
    const error = (await outcome(here)) as WaiterFailedError;
    expect(error).toBeInstanceOf(WaiterFailedError);
    expect(isWaiterFailedError(error)).toBe(true);
    expect(error.message).toBe("POST /prints: failed, Out of paper (seen: running 1 error 1)");
    expect(error.resource).toEqual({ id: 7, status: "error", messages: ["Out of\n paper"] });
    expect(inspect(error)).not.toContain("messages");
  });

  test("fails without a word says so", async () => {
    expect(((await outcome(world([told("error")]))) as Error).message).toContain("failed, without a word");
  });

  test("fails with a secret in its words does not show it", async () => {
    const words = `Bearer ${TOKEN} can't read ${ADDRESS} of the tour`;
    const error = (await outcome(world([told("error", { messages: [words] })]))) as Error;
    expect(error.message).toContain("can't read https://files.museum.test/tours/7.zip of the tour");
    expect(`${error.stack}${JSON.stringify(error)}${inspect(error, { showHidden: true })}`).not.toMatch(/0123456789/);
  });

  test("is in a state that nobody knows counts as running", async () => {
    const here = world([told("polishing"), told("constructor"), told("__proto__"), complete]);
    expect(((await outcome(here)) as FileResult).url).toBe(ADDRESS);
  });

  test("is final only under a condition counts as running until it holds", async () => {
    const job: JobRow = {
      ...row,
      states: { complete: { end: "success", when: { "/ok": "truthy", "/at": "present", "/n": 5 } } },
    };
    const data = { download_url: ADDRESS };
    const here = world(
      [
        told("complete", { data }),
        told("complete", { data, ok: 0, at: 1, n: 5 }),
        told("complete", { data, ok: 1, at: null, n: 5 }),
        told("complete", { data, ok: 1, at: 1, n: "5" }),
        told("complete", { data, ok: 1, at: 0, n: 5 }),
      ],
      { row: job },
    );
    await outcome(here);
    expect(here.fetch.requests.length).toBe(5);
  });

  test.each(["running", "complete", "polishing"])("meets failWhen fails, also when it is %s", async (state) => {
    const job: JobRow = { ...row, failWhen: { "/fault": "present" } };
    const here = world([told("running", { fault: null }), told(state, { fault: { code: 5 } })], { row: job });
    expect(await outcome(here)).toBeInstanceOf(WaiterFailedError);
  });

  test.each([{}, { data: { download_url: 5 } }, { url: "http://files.museum.test/7.zip" }, { url: "7.zip" }])(
    "is complete with %j has no result, which is a WaiterError",
    async (more) => {
      const error = await outcome(world([told("complete", more)]));
      expect((error as Error).constructor).toBe(WaiterError);
      expect((error as Error).message).toContain("its answer lacks the result");
    },
  );

  test("can't be started gives the error of its start as it is", async () => {
    const here = world([{ status: 404, json: {} }], {
      start: operation<OperationFunction>({ ...startRow, errors: { 404: NotFoundError } }),
    });
    expect(await outcome(here)).toBeInstanceOf(NotFoundError);
    expect(here.fetch.requests.length).toBe(1);
  });
});

describe("a poll that fails", () => {
  const broken: MockAnswer = { status: 500 };

  test("three times in a row is asked again, and an answer between counts anew", async () => {
    const here = world([running, broken, broken, broken, running, "reset", broken, broken, complete]);
    expect(((await outcome(here)) as FileResult).url).toBe(ADDRESS);
  });

  test("four times in a row ends the wait, with the last error as the cause", async () => {
    const here = world([running, broken, broken, broken, { status: 503 }, complete]);
    const error = (await outcome(here)) as WaiterError;
    expect(error.constructor).toBe(WaiterError);
    expect(error).toMatchObject({ state: "running", cause: { status: 503 }, attempts: 5 });
    expect(error.message).toMatch(/^POST \/prints: poll 4 failed, GET \/prints\/\{id\}: 503/);
    expect(here.fetch.requests.length).toBe(5);
  });

  test.each([400, 401, 403, 404, 410, 422])("with %d ends the wait at once", async (code) => {
    const here = world([running, { status: code }, complete]);
    expect(await outcome(here)).toMatchObject({ name: "WaiterError", cause: { status: code } });
    expect(here.fetch.requests.length).toBe(2);
  });

  test.each([402, 409, 429, 500])("with %d does not", async (code) => {
    const here = world([running, { status: code }, complete], {}, { rateLimit: { mode: "off" } });
    expect(((await outcome(here)) as FileResult).url).toBe(ADDRESS);
  });

  test("and says how long to wait is obeyed", async () => {
    const here = world([running, { status: 503, headers: { "retry-after": "50" } }, complete]);
    await outcome(here);
    expect(here.gaps()).toEqual([2000, 50_000]);
  });

  test("because the answer of the start has no id ends the wait at once", async () => {
    const here = world([{ json: { status: "running" } }]);
    expect(await outcome(here)).toBeInstanceOf(RequestError);
    expect(here.fetch.requests.length).toBe(1);
  });
});

describe("an abort", () => {
  const aborting = async (here: World, atMs: number) => {
    const controller = new AbortController();
    const work = here.wait(here.core, { body: {} }, { signal: controller.signal }).done();
    let error: unknown;
    work.catch((reason: unknown) => {
      error = reason;
    });
    await here.clock.advance(atMs);
    const sent = here.fetch.requests.length;
    controller.abort("the user left");
    await Promise.resolve().then(() => new Promise((resolve) => setImmediate(resolve)));
    expect(error).toBeInstanceOf(WaiterAbortedError);
    expect(isWaiterAbortedError(error)).toBe(true);
    expect(error).toMatchObject({ name: "AbortError", reason: "the user left" });
    await here.clock.advance(60_000);
    expect(here.fetch.requests.length).toBe(sent);
    expect(here.clock.pending()).toBe(0);
    return sent;
  };

  test("during a pause ends the wait in the same tick, and nothing more is sent", async () => {
    expect(await aborting(world([running, running, complete]), 3000)).toBe(2);
  });

  test("during a poll ends the wait in the same tick, and the request", async () => {
    const here = world([running, "stall", complete]);
    expect(await aborting(here, 3000)).toBe(2);
    expect(here.fetch.requests[1]?.init.signal?.aborted).toBe(true);
  });

  test("during the start ends it too", async () => {
    expect(await aborting(world(["stall", complete]), 10)).toBe(1);
  });

  test("before the start sends nothing", async () => {
    const here = world([running]);
    expect(await outcome(here, { signal: AbortSignal.abort() })).toBeInstanceOf(WaiterAbortedError);
    expect(here.fetch.requests.length).toBe(0);
  });

  test("while nobody waits ends the next wait at once", async () => {
    const here = world([running, complete]);
    const controller = new AbortController();
    const job = here.wait(here.core, { body: {} }, { signal: controller.signal });
    for await (const _ of job) break;
    controller.abort();
    expect(await rejection(job.done())).toBeInstanceOf(WaiterAbortedError);
    expect(here.fetch.requests.length).toBe(1);
  });

  test("by the end of the scope stops the polling, not the job", async () => {
    const here = world([running, running, complete]);
    const job = here.wait(here.core, { body: {} });
    const waiting = rejection(job.done());
    await here.clock.advance(100);
    await job[Symbol.asyncDispose]();
    expect(await waiting).toBeInstanceOf(WaiterAbortedError);
    await here.clock.advance(60_000);
    expect(urls(here)).toEqual(["POST /prints"]);
    expect(here.clock.pending()).toBe(0);
  });
});

describe("going through the states", () => {
  test("gives the answer of the start and of each poll, and throws at the end of a job that failed", async () => {
    const here = world([running, told("polishing"), told("error")]);
    const seen: unknown[] = [];
    const iterate = async () => {
      for await (const state of here.wait(here.core, { body: {} })) seen.push(state);
    };
    const error = await here.clock.finish(iterate().catch((reason) => reason));
    expect(error).toBeInstanceOf(WaiterFailedError);
    expect(seen).toEqual(["running", "polishing", "error"].map((state) => ({ id: 7, status: state })));
  });

  test("may break off: nothing is sent until somebody waits again", async () => {
    const here = world([running, running, complete]);
    const job = here.wait(here.core, { body: {} });
    for await (const _ of job) break;
    await here.clock.advance(60_000);
    expect(here.fetch.requests.length).toBe(1);
    expect(here.clock.pending()).toBe(0);
    expect(((await here.clock.finish(job.done())) as FileResult).url).toBe(ADDRESS);
  });

  test("tells onProgress each state with the polls and the time", async () => {
    const here = world([running, running, complete]);
    const told: unknown[] = [];
    await outcome(here, {
      onProgress: (state: { status: string }, progress: object) => {
        told.push([state.status, progress]);
      },
    });
    expect(told).toEqual([
      ["running", { polls: 0, elapsedMs: 0 }],
      ["running", { polls: 1, elapsedMs: 2000 }],
      ["complete", { polls: 2, elapsedMs: 5000 }],
    ]);
  });

  test.each([
    [
      "throws",
      () => () => {
        throw new RangeError("no terminal");
      },
    ],
    [
      "rejects",
      () => async () => {
        throw new RangeError("no terminal");
      },
    ],
  ])("ends with what an onProgress %s", async (_, make) => {
    const here = world([running, complete]);
    expect(await outcome(here, { onProgress: make() })).toEqual(new RangeError("no terminal"));
    expect(here.fetch.requests.length).toBe(1);
  });

  test("nobody waits for leaves no unhandled rejection", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    const here = world([{ status: 500 }]);
    here.wait(here.core, { body: {} });
    await here.clock.advance(1000);
    process.off("unhandledRejection", note);
    expect([unhandled, here.fetch.requests.length]).toEqual([[], 1]);
  });
});

test.each([[{ maxWaitMs: 0 }], [{ maxWaitMs: Number.NaN }], [{ maxwait: 5 }]])(
  "the options %j are a RequestError, and nothing is sent",
  async (options) => {
    const here = world([complete]);
    expect(await outcome(here, options)).toBeInstanceOf(RequestError);
    expect(here.fetch.requests.length).toBe(0);
  },
);

describe("a token", () => {
  test("resumes the wait in another client, by the id alone", async () => {
    const here = world([running]);
    const job = here.wait(here.core, { body: { secret: "hidden" } });
    expect(() => job.serialize()).toThrow(RequestError);
    for await (const _ of job) break;
    const token = job.serialize();
    expect(token).toMatch(/^[\w-]+$/);
    const text = decodeURIComponent(atob(token));
    expect(JSON.parse(text)).toEqual(["printJob", "printTour", 7, Date.UTC(2026, 0, 1)]);

    const there = world([running, complete]);
    const later = there.wait.resume(there.core, token);
    expect(later.serialize()).toBe(token);
    expect(((await there.clock.finish(later.done())) as FileResult).url).toBe(ADDRESS);
    expect(urls(there)).toEqual(["GET /prints/7", "GET /prints/7"]);
    expect(there.gaps()).toEqual([2000]);
  });

  test("carries an id of any characters", async () => {
    const id = 'é~?>/ü\u{1f5ff}"';
    const text = operation<OperationFunction>({ ...statusRow, params: { id: { in: inPath, type: "string" } } });
    const here = world([{ json: { id, status: "running" } }], { status: text });
    const job = here.wait(here.core, { body: {} });
    for await (const _ of job) break;
    expect(job.serialize()).toMatch(/^[\w-]+$/);
    expect(JSON.parse(decodeURIComponent(atob(job.serialize())))[2]).toBe(id);
  });

  test.each([
    "",
    "x",
    "undefined",
    btoa("[]"),
    btoa("null"),
    btoa("5"),
    btoa(encodeURIComponent('["printJob","getPrint",7,5]')),
    btoa(encodeURIComponent('["otherJob","printTour",7,5]')),
    btoa(encodeURIComponent('["printJob","printTour",{},5]')),
  ])("that is %j is a RequestError, and nothing is sent", (token) => {
    const here = world([complete]);
    expect(() => here.wait.resume(here.core, token)).toThrow(RequestError);
    expect(here.fetch.requests.length).toBe(0);
  });
});

describe("cancelling", () => {
  test("is there only where it is declared", () => {
    const here = world([running]);
    expect(here.wait(here.core, { body: {} }).cancel).toBeUndefined();
  });

  test("waits for the id, and the wait goes on until a state tells the end", async () => {
    const cancelled: unknown[] = [];
    const here = world([running, told("error", { messages: ["cancelled"] })], {
      cancel: async (core, id) => cancelled.push([core, id]),
    });
    const job = here.wait(here.core, { body: {} });
    await job.cancel();
    expect(cancelled).toEqual([[here.core, 7]]);
    expect(await here.clock.finish(rejection(job.done()))).toBeInstanceOf(WaiterFailedError);
  });
});
