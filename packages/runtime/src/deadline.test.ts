import { describe, expect, test } from "vitest";
import { clientWith, json, rejection } from "../test/support/client.ts";
import { ManualClock, settle } from "../test/support/manual-clock.ts";
import type { CallOptions } from "./call-options.ts";
import type { CoreOptions } from "./core.ts";
import { ServerError } from "./errors/api/server-error.ts";
import { AbortedError } from "./errors/transport/aborted-error.ts";
import { TimeoutError } from "./errors/transport/timeout-error.ts";
import { type OperationFunction, operation } from "./operation.ts";
import type { OperationRow } from "./operation-row.ts";
import { binaryBody } from "./request/body.ts";
import { asBlob } from "./response/as-blob.ts";
import { asJson } from "./response/as-json.ts";

const row: OperationRow = {
  id: "getVisit",
  method: "GET",
  path: "/visits",
  parse: asJson,
  body: { write: binaryBody },
};

/** A call on a server whose answer depends on the signal that fetch got. */
function start(
  fetch: NonNullable<CoreOptions["fetch"]>,
  options?: CallOptions,
  core: Partial<CoreOptions> = {},
  more: Partial<OperationRow> = {},
  input?: object,
) {
  const clock = new ManualClock();
  const client = clientWith([], { fetch, clock, ...core });
  const call = operation<OperationFunction>({ ...row, ...more })(client.core, input, options);
  const result = rejection(call);
  return { clock, result };
}

const silent = (): Promise<Response> => new Promise(() => {});

/** An answer whose body gives one chunk at each pull that the test allows. */
function dripping(status = 200) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel() {
      cancelled = true;
    },
  });
  return {
    fetch: async () => new Response(body, { status }),
    drip: () => controller?.enqueue(new TextEncoder().encode(" ")),
    isCancelled: () => cancelled,
  };
}

describe("a limit", () => {
  test("for the headers is 30 s", async () => {
    const { clock, result } = start(silent);
    await clock.advance(29_999);
    expect(clock.timers.size).toBe(2);
    await clock.advance(1);
    const error = await result;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: "headers", limitMs: 30_000, retryable: true, attempts: 1, elapsedMs: 30_000 });
    expect(clock.timers.size).toBe(0);
  });

  test("for the headers does not hold while a file is uploaded", async () => {
    const { clock, result } = start(silent, {}, {}, { method: "PUT" }, { body: new Uint8Array(1) });
    await clock.advance(300_000);
    expect(await result).toMatchObject({ phase: "total", limitMs: 300_000 });
  });

  test("between two chunks is 30 s, begins anew with each, and cancels the body", async () => {
    const server = dripping();
    const { clock, result } = start(server.fetch);
    for (let chunk = 0; chunk < 5; chunk++) {
      await clock.advance(29_999);
      server.drip();
    }
    await clock.advance(29_999);
    expect(server.isCancelled()).toBe(false);
    await clock.advance(1);
    expect(await result).toMatchObject({ phase: "body", limitMs: 30_000 });
    expect(server.isCancelled()).toBe(true);
    expect(clock.timers.size).toBe(0);
  });

  test("for the body of an error is 10 s in all, and leaves the status", async () => {
    const server = dripping(500);
    const { clock, result } = start(server.fetch);
    for (let chunk = 0; chunk < 3; chunk++) {
      await clock.advance(3000);
      server.drip();
    }
    await clock.advance(1000);
    expect(await result).toBeInstanceOf(ServerError);
    expect(server.isCancelled()).toBe(true);
  });

  test("for the whole call is 300 s", async () => {
    const server = dripping();
    const { clock, result } = start(server.fetch);
    for (let chunk = 0; chunk < 14; chunk++) {
      await clock.advance(20_000);
      server.drip();
    }
    await clock.advance(20_000);
    expect(await result).toMatchObject({ phase: "total", limitMs: 300_000 });
  });

  test("for the whole call does not hold for a download, unless one is asked for", async () => {
    const server = dripping();
    const free = start(server.fetch, {}, {}, { parse: asBlob });
    for (let chunk = 0; chunk < 30; chunk++) {
      await free.clock.advance(20_000);
      server.drip();
    }
    expect(free.clock.timers.size).toBe(1);
    const bound = start(silent, { timeoutMs: 5 }, {}, { parse: asBlob });
    await bound.clock.advance(5);
    expect(await bound.result).toMatchObject({ phase: "total", limitMs: 5 });
  });

  test("of a call goes before that of the client, which goes before the default", async () => {
    const timeouts = { totalMs: 200, headersMs: 100 };
    const client = start(silent, {}, { timeouts });
    await client.clock.advance(100);
    expect(await client.result).toMatchObject({ phase: "headers", limitMs: 100 });
    const call = start(silent, { timeoutMs: 50 }, { timeouts });
    await call.clock.advance(50);
    expect(await call.result).toMatchObject({ phase: "total", limitMs: 50 });
  });

  test("of Infinity is none", async () => {
    const timeouts = { totalMs: Number.POSITIVE_INFINITY, headersMs: Number.POSITIVE_INFINITY };
    const { clock } = start(silent, {}, { timeouts });
    await clock.advance(1e9);
    expect(clock.timers.size).toBe(0);
  });

  test("holds for the provider of credentials too", async () => {
    const { clock, result } = start(silent, {}, { auth: () => new Promise(() => {}) });
    await clock.advance(300_000);
    expect(await result).toMatchObject({ phase: "total", attempts: 0 });
  });
});

describe("an abort", () => {
  test("before the call sends nothing", async () => {
    const { core, sent } = clientWith(json({}));
    const signal = AbortSignal.abort("too late");
    const error = await rejection(operation<OperationFunction>(row)(core, {}, { signal }));
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ name: "AbortError", reason: "too late", attempts: 0 });
    expect((error as Error).message).toBe("GET /visits: aborted; nothing was sent");
    expect(sent).toEqual([]);
  });

  test("ends the wait for headers at once, even when fetch ignores its signal", async () => {
    const controller = new AbortController();
    const { clock, result } = start(silent, { signal: controller.signal });
    await settle();
    controller.abort(new Error("the user left"));
    const error = (await result) as AbortedError;
    expect(error).toBeInstanceOf(AbortedError);
    expect(error.reason).toEqual(new Error("the user left"));
    expect(clock.timers.size).toBe(0);
  });

  test("reaches fetch", async () => {
    const controller = new AbortController();
    let signal: AbortSignal | null | undefined;
    const { result } = start(
      (_, init) => {
        signal = init.signal;
        return silent();
      },
      { signal: controller.signal },
    );
    await settle();
    expect(signal?.aborted).toBe(false);
    controller.abort();
    await result;
    expect(signal?.aborted).toBe(true);
  });

  test.each([200, 500])("ends the reading of a body with status %d and cancels it", async (status) => {
    const controller = new AbortController();
    const server = dripping(status);
    const { clock, result } = start(server.fetch, { signal: controller.signal });
    await settle();
    controller.abort();
    expect(await result).toBeInstanceOf(AbortedError);
    await settle();
    expect(server.isCancelled()).toBe(true);
    expect(clock.timers.size).toBe(0);
  });

  test("ends the wait for credentials, and nothing is sent", async () => {
    const controller = new AbortController();
    let sent = 0;
    const { result } = start(
      async () => {
        sent++;
        return json({});
      },
      { signal: controller.signal },
      { auth: () => new Promise((resolve) => controller.signal.addEventListener("abort", () => resolve({}))) },
    );
    await settle();
    controller.abort();
    expect(await result).toBeInstanceOf(AbortedError);
    await settle();
    expect(sent).toBe(0);
  });
});

test("a finished call has released its timers and its listener", async () => {
  const clock = new ManualClock();
  const { signal } = new AbortController();
  let listeners = 0;
  const watched = new Proxy(signal, {
    get(target, name) {
      if (name === "addEventListener") listeners++;
      if (name === "removeEventListener") listeners--;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const { core } = clientWith([json({}), new Error("refused")], { clock });
  for (let call = 0; call < 2; call++) await operation<OperationFunction>(row).safe(core, {}, { signal: watched });
  expect([clock.timers.size, listeners]).toEqual([0, 0]);
});
