import { describe, expect, test } from "vitest";
import { clientWith, json, rejection, type SentRequest } from "../../test/support/client.ts";
import { ManualClock, settle } from "../../test/support/manual-clock.ts";
import { ok, retrying, row, status } from "../../test/support/retrying.ts";
import type { CallOptions } from "../call-options.ts";
import { createCore } from "../core.ts";
import { RateLimitError } from "../errors/api/rate-limit-error.ts";
import { ServerError } from "../errors/api/server-error.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { AbortedError } from "../errors/transport/aborted-error.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import { TimeoutError } from "../errors/transport/timeout-error.ts";
import { type OperationFunction, operation } from "../operation.ts";
import type { OperationRow } from "../operation-row.ts";
import { createRaw } from "../raw/create-raw.ts";
import { request } from "../raw/request.ts";
import { jsonBody } from "../request/body.ts";
import { inHeader } from "../request/place.ts";
import { anyHost } from "../transport/redirect.ts";

describe("attempts", () => {
  test("are three, and the error says so", async () => {
    const { run, sent } = retrying([status(503), status(503), json({ message: "down" }, 503)]);
    const outcome = await run();
    expect(sent.length).toBe(3);
    expect(outcome).toMatchObject({ status: 503, meta: { attempts: 3, totalDelayMs: 100, queuedMs: 0 } });
    const error = outcome.ok ? undefined : outcome.error;
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ attempts: 3, retryable: true });
    expect(error?.message).toBe("GET /visits: 503 down (attempt 3 of 3)");
  });

  test("are three where nobody says anything of retries", async () => {
    const clock = new ManualClock();
    let sent = 0;
    const fetch = async () => {
      sent++;
      return status(503);
    };
    const core = createCore({ name: "n", version: "1", auth: "t", baseUrl: "https://api.museum.test", fetch, clock });
    const outcome = operation<OperationFunction>(row).safe(core);
    await clock.advance(10_000);
    expect([(await outcome).status, sent]).toEqual([503, 3]);
  });

  test("end with the first success, whose meta tells of the others", async () => {
    const { run, sent } = retrying([status(500), new Error("ECONNRESET"), ok]);
    expect(await run()).toMatchObject({ ok: true, data: { id: 5 }, meta: { attempts: 3, totalDelayMs: 100 } });
    expect(sent.length).toBe(3);
  });

  test.each([
    [{ attempts: 5 }, undefined, 5],
    [{ attempts: 1 }, undefined, 1],
    [false, undefined, 1],
    [false, { attempts: 2 }, 2],
    [{}, false, 1],
    [{}, {}, 3],
    [{ attempts: 5 }, {}, 5],
  ] as const)("with the client's %j and the call's %j are %d", async (client, call, count) => {
    const { run, sent } = retrying(status(503), { retry: client });
    await run({}, call === undefined ? {} : { retry: call });
    expect(sent.length).toBe(count);
  });

  test.each([0, -1, Number.NaN])("%d in number is a RequestError", async (attempts) => {
    expect(() => clientWith(ok, { retry: { attempts } })).toThrow(RequestError);
    const { run, sent } = retrying(ok);
    const outcome = await run({}, { retry: { attempts } });
    expect(!outcome.ok && outcome.error).toBeInstanceOf(RequestError);
    expect(sent).toEqual([]);
  });

  test.each([{ retry: { attemps: 5 } }, { retry: true }, { rateLimit: { maxWait: 5 } }])(
    "are none where the options are %j",
    async (options) => {
      const { run, sent } = retrying(ok);
      const outcome = await run({}, options as unknown as CallOptions);
      expect(!outcome.ok && outcome.error).toBeInstanceOf(RequestError);
      expect(sent).toEqual([]);
    },
  );

  test("of request and of the raw client are three too", async () => {
    const { core, clock, sent } = retrying([status(503), status(503), ok]);
    const requested = request(core, "GET", "/x");
    await clock.advance(1000);
    expect(await requested).toEqual({ id: 5 });
    expect(sent.length).toBe(3);
    const raw = retrying([status(503), status(502), json({ last: true }, 500)]);
    const answered = createRaw<{ "/x": { get: { responses: { 200: unknown } } } }>(raw.core).GET("/x", {});
    await raw.clock.advance(1000);
    const { error, response } = (await answered) as { error?: unknown; response: Response };
    expect([error, response.status, raw.sent.length]).toEqual([{ last: true }, 500, 3]);
  });
});

describe("a failure without an answer", () => {
  const failure = (message: string, code = "") =>
    Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error(message), { code }) });

  test.each([
    ["DNS", failure("getaddrinfo ENOTFOUND api.museum.test", "ENOTFOUND")],
    ["refused", failure("connect ECONNREFUSED 127.0.0.1:1", "ECONNREFUSED")],
    ["no connection in time, by fetch", failure("Connect Timeout Error", "UND_ERR_CONNECT_TIMEOUT")],
    ["no connection in time, by the system", failure("connect ETIMEDOUT 10.0.0.1:443", "ETIMEDOUT")],
  ])("(%s) proves that nothing was processed, so a POST is sent again", async (_, error) => {
    const { run, sent } = retrying([error, ok]);
    expect(await run({ method: "POST" })).toMatchObject({ ok: true, meta: { attempts: 2 } });
    expect(sent.length).toBe(2);
  });

  test.each([failure("read ECONNRESET", "ECONNRESET"), failure("other side closed", "UND_ERR_SOCKET")])(
    "(%s) is repeated for a GET, and not for a POST",
    async (error) => {
      expect(await retrying([error, ok]).run()).toMatchObject({ ok: true });
      const post = retrying([error, ok]);
      const outcome = await post.run({ method: "POST" });
      expect(!outcome.ok && outcome.error).toBeInstanceOf(ConnectionError);
      expect(post.sent.length).toBe(1);
    },
  );

  test("of a certificate is not repeated", async () => {
    const { run, sent } = retrying([failure("self-signed certificate", "DEPTH_ZERO_SELF_SIGNED_CERT"), ok]);
    expect((await run()).ok).toBe(false);
    expect(sent.length).toBe(1);
  });

  test("by the limit for headers is repeated, each attempt with 30 s of its own", async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const fetch = (_: string, { signal }: RequestInit) => {
      signals.push(signal);
      return signals.length < 3 ? new Promise<Response>(() => {}) : Promise.resolve(ok.clone());
    };
    const { run, clock } = retrying([], { fetch });
    const outcome = await run();
    expect(outcome).toMatchObject({ ok: true, meta: { attempts: 3, elapsedMs: 60_100, totalDelayMs: 100 } });
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, false]);
    expect(clock.timers.size).toBe(0);
    const post = retrying([], { fetch: () => new Promise(() => {}) });
    expect(await post.run({ method: "POST" })).toMatchObject({
      error: expect.any(TimeoutError),
      meta: { attempts: 1 },
    });
  });

  test("has no request id of an answer before it", async () => {
    const { run } = retrying([status(503, { "x-request-id": "r-1" }), failure("ECONNRESET")], {
      retry: { attempts: 2 },
    });
    expect(await run()).toMatchObject({ error: { attempts: 2, requestId: undefined } });
  });

  test("names the client's own origin, also after an attempt that was redirected", async () => {
    const away = new Response(null, { status: 302, headers: { location: "https://files.museum.test/x" } });
    const { run } = retrying([away, status(503), failure("ECONNRESET")], { retry: { attempts: 2 } });
    expect(await run({ redirects: anyHost })).toMatchObject({
      error: { attempts: 2, origin: "https://api.museum.test" },
    });
  });

  test("by the limit of the whole call is not repeated", async () => {
    const { run } = retrying(() => new Promise<Response>(() => {}));
    expect(await run({}, { timeoutMs: 20_000 })).toMatchObject({
      error: { code: "timeout", phase: "total" },
      meta: { attempts: 1 },
    });
  });
});

describe("a wait that the server asks for", () => {
  test.each([
    [429, { "retry-after": "12" }],
    [503, { "retry-after": "12" }],
    [425, { "retry-after": "12" }],
    [413, { "retry-after": "12" }],
    [429, { "retry-after-ms": "12000" }],
    [429, { "retry-after": "Thu, 01 Jan 2026 00:00:12 GMT" }],
    [429, { "x-ratelimit-reset": "12" }],
  ])("with %d by %j is kept to the millisecond", async (code, headers) => {
    const { start, clock, sent } = retrying([status(code, headers), ok]);
    const outcome = start();
    await clock.advance(11_999);
    expect(sent.length).toBe(1);
    await clock.advance(1);
    expect(sent.length).toBe(2);
    expect(await outcome).toMatchObject({ ok: true, meta: { totalDelayMs: 12_000 } });
  });

  test("grows by up to half a second", async () => {
    const { start, clock, sent } = retrying([status(429, { "retry-after": "12" }), ok], { random: () => 0.9 });
    const outcome = start();
    await clock.advance(12_449);
    expect(sent.length).toBe(1);
    await clock.advance(1);
    expect(await outcome).toMatchObject({ ok: true });
  });

  test("of 120 s is waited for, and a longer one is not", async () => {
    const patient = retrying([status(429, { "retry-after": "120" }), ok]);
    expect(await patient.run()).toMatchObject({ ok: true, meta: { totalDelayMs: 120_000 } });
    const { start, sent } = retrying([status(429, { "retry-after": "121" }), ok]);
    const outcome = await start();
    const error = outcome.ok ? undefined : outcome.error;
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfterMs: 121_000, attempts: 1, retryable: true });
    expect(error?.message).toBe("GET /visits: 429, retry in 121 s");
    expect(sent.length).toBe(1);
  });

  test("stands in the error of the last attempt", async () => {
    const outcome = await retrying(status(429, { "retry-after": "12" })).run();
    expect(!outcome.ok && outcome.error.message).toBe("GET /visits: 429, retry in 12 s (attempt 3 of 3)");
  });

  test("that would pass the end of the call is not begun", async () => {
    const { start, clock, sent } = retrying([status(503), status(429, { "retry-after": "30" }), ok]);
    const outcome = start({}, { timeoutMs: 30_050 });
    await clock.advance(50);
    expect(await outcome).toMatchObject({ status: 429, meta: { attempts: 2, elapsedMs: 50 } });
    expect(sent.length).toBe(2);
    expect(clock.timers.size).toBe(0);
  });
});

describe("the body of an answer that is not the last", () => {
  test("is cancelled before the wait, and that of the last is read", async () => {
    const cancelled: number[] = [];
    const answer = (number: number) => () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            controller.enqueue(new TextEncoder().encode(`{"number":${number}}`));
            controller.close();
          },
          cancel() {
            cancelled.push(number);
          },
        }),
        { status: 503 },
      );
    const { start, clock } = retrying([answer(1), answer(2), answer(3)]);
    const outcome = start();
    await settle();
    expect(cancelled).toEqual([1]);
    await clock.advance(1000);
    expect(await outcome).toMatchObject({ error: { body: { number: 3 } } });
    expect(cancelled).toEqual([1, 2]);
  });

  test("may refuse to be cancelled", async () => {
    const stuck = () =>
      new Response(
        new ReadableStream({
          cancel() {
            throw new Error("stuck");
          },
        }),
        { status: 503 },
      );
    expect(await retrying([stuck, ok]).run()).toMatchObject({ ok: true });
  });
});

describe("an abort while a retry is waited for", () => {
  test("ends the call within the same tick, sends nothing more, and leaves no timer", async () => {
    const controller = new AbortController();
    const { start, clock, sent } = retrying([status(429, { "retry-after": "60" }), ok]);
    let outcome: unknown;
    start({}, { signal: controller.signal }).then((ended) => {
      outcome = ended;
    });
    await settle();
    expect([sent.length, outcome]).toEqual([1, undefined]);
    controller.abort("the user left");
    for (let microtask = 0; microtask < 10; microtask++) await Promise.resolve();
    expect(outcome).toMatchObject({ status: 0, error: expect.any(AbortedError), meta: { attempts: 1 } });
    expect(clock.timers.size).toBe(0);
    await clock.advance(100_000);
    expect(sent.length).toBe(1);
  });

  test("that comes with the answer itself begins no wait", async () => {
    const controller = new AbortController();
    const answer = () => {
      queueMicrotask(() => controller.abort());
      return status(503);
    };
    const { run, sent, clock } = retrying([answer, ok]);
    expect(await run({}, { signal: controller.signal })).toMatchObject({ error: expect.any(AbortedError) });
    expect([sent.length, clock.timers.size]).toEqual([1, 0]);
  });

  test("that comes when the wait is decided begins none either", async () => {
    const controller = new AbortController();
    const answer = () => new Response(new ReadableStream({ cancel: () => controller.abort() }), { status: 503 });
    const { run, sent, clock } = retrying([answer, ok]);
    expect(await run({}, { signal: controller.signal })).toMatchObject({ error: expect.any(AbortedError) });
    expect([sent.length, clock.timers.size]).toEqual([1, 0]);
  });

  test("is heard in the second attempt as in the first", async () => {
    const controller = new AbortController();
    let signal: AbortSignal | null | undefined;
    const silent = ({ init }: SentRequest) => {
      signal = init.signal;
      return new Promise<Response>(() => {});
    };
    const { start, clock } = retrying([status(503), silent]);
    const outcome = start({}, { signal: controller.signal });
    await clock.advance(100);
    controller.abort();
    expect(await outcome).toMatchObject({ error: expect.any(AbortedError), meta: { attempts: 2 } });
    expect(signal?.aborted).toBe(true);
  });
});

describe("the budget of a client", () => {
  /** How many requests a client sends in calls that fail one after the other. */
  async function sentBy(client: ReturnType<typeof retrying>, calls: number): Promise<number> {
    const before = client.sent.length;
    for (let call = 0; call < calls; call++) await client.run();
    return client.sent.length - before;
  }

  test("lets 35 retries into an outage, then none", async () => {
    const client = retrying(status(503));
    expect(await sentBy(client, 40)).toBe(40 + 35);
  });

  test("lets 100 retries into a used-up quota without a hint", async () => {
    const client = retrying(status(429));
    expect(await sentBy(client, 60)).toBe(60 + 100);
  });

  test("gets back what a call took that succeeds in the end", async () => {
    const client = retrying((_) => (client.sent.length % 2 ? status(503) : ok.clone()));
    expect(await sentBy(client, 50)).toBe(100);
  });

  test("gets 1 back for each clean call, and has 500 at most", async () => {
    const answers = (): Response => (isDown ? status(503) : ok.clone());
    let isDown = true;
    const client = retrying(answers);
    await sentBy(client, 40);
    isDown = false;
    expect(await sentBy(client, 3)).toBe(3);
    isDown = true;
    // 10 were left after 35 retries, and 13 are one too few.
    expect(await sentBy(client, 1)).toBe(1);
    isDown = false;
    await sentBy(client, 1);
    isDown = true;
    expect(await sentBy(client, 1)).toBe(2);
    isDown = false;
    await sentBy(client, 600);
    isDown = true;
    expect(await sentBy(client, 40)).toBe(40 + 35);
  });

  test("is not refilled by answers that are failures themselves", async () => {
    const client = retrying(status(503));
    await sentBy(client, 40);
    for (let call = 0; call < 20; call++) await client.run({ method: "POST" });
    expect(await sentBy(client, 1)).toBe(1);
  });

  test("is the client's own", async () => {
    await sentBy(retrying(status(503)), 40);
    expect(await sentBy(retrying(status(503)), 1)).toBe(3);
  });
});

describe("an idempotency key", () => {
  const post: Partial<OperationRow> = {
    method: "POST",
    idempotent: "Idempotency-Key",
    params: { "Idempotency-Key": { in: inHeader, type: "string" } },
    body: { write: jsonBody },
  };
  const keys = (sent: SentRequest[]) => sent.map(({ headers }) => headers.get("idempotency-key"));

  test("is made once for all attempts of a call, and anew for the next call", async () => {
    const { run, sent } = retrying(status(503));
    await run(post, {}, { body: { a: 1 } });
    await run(post, {}, { body: { a: 1 } });
    const [first, second, third, other] = keys(sent);
    expect(first).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
    expect(sent.slice(0, 3).map(({ init }) => init.body)).toEqual(['{"a":1}', '{"a":1}', '{"a":1}']);
  });

  test("of the caller's own is kept, as an input and as a header", async () => {
    const { run, sent } = retrying([status(503), ok]);
    await run(post, {}, { "Idempotency-Key": "mine" });
    await run(post, { headers: { "idempotency-KEY": "also mine" } });
    expect(keys(sent)).toEqual(["mine", "mine", "also mine"]);
  });

  test("is not sent where none is declared", async () => {
    const { run, sent } = retrying(ok);
    await run({ method: "POST", idempotent: true });
    await run({ method: "POST" });
    expect(keys(sent)).toEqual([null, null]);
  });
});

test.each([
  ["a form", new FormData()],
  ["bytes", new Uint8Array([1, 2, 3])],
  ["a Blob", new Blob(["abc"])],
  ["text", "abc"],
])("%s is sent again as it was", async (_, body) => {
  const { core, clock, sent } = retrying([status(503), ok]);
  const answer = request(core, "PUT", "/x", { body });
  await clock.advance(1000);
  await answer;
  expect(sent.map(({ init }) => init.body)).toEqual([body, body]);
});

test("a call that throws rejects with the same error", async () => {
  const { core, clock } = retrying(status(503));
  const result = rejection(operation<OperationFunction>(row)(core));
  await clock.advance(1000);
  expect(await result).toBeInstanceOf(ServerError);
});
