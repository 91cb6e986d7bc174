import { describe, expect, test } from "vitest";
import { rejection } from "../../test/support/client.ts";
import { type CoreOptions, createCore } from "../core.ts";
import { NotFoundError } from "../errors/api/not-found-error.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { AbortedError } from "../errors/transport/aborted-error.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import { TimeoutError } from "../errors/transport/timeout-error.ts";
import type { OperationRow } from "../operation-row.ts";
import { inPath } from "../request/place.ts";
import { asJson } from "../response/as-json.ts";
import { fakeClock } from "../testing/fake-clock.ts";
import type { MockAnswer } from "../testing/mock-answer.ts";
import { mockTransport } from "../testing/mock-transport.ts";
import { asLines } from "./as-lines.ts";
import {
  type StreamableFunction,
  type StreamFunction,
  streamableOperation,
  streamOperation,
} from "./stream-operation.ts";

const row: OperationRow = {
  id: "watchHall",
  method: "GET",
  path: "/halls/{id}/visits",
  params: { id: { in: inPath, type: "integer", required: true } },
  parse: asLines,
  errors: { 404: NotFoundError },
};
const lines = (body: string, more: object = {}): MockAnswer => ({
  body,
  headers: { "content-type": "application/stream+json" },
  ...more,
});
const two = lines('{"visit":1}\n{"visit":2}\n');

function hallOn(script: MockAnswer[], options: Partial<CoreOptions> = {}) {
  const clock = fakeClock();
  const fetch = mockTransport(script);
  const core = createCore({
    name: "museum-client",
    version: "1.2.3",
    auth: "museum-token-0123456789",
    baseUrl: "https://api.museum.test",
    fetch,
    clock,
    random: () => 0,
    ...options,
  });
  return { clock, fetch, core, watchHall: streamOperation<StreamFunction>(row) };
}

async function all(source: AsyncIterable<unknown>): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of source) values.push(value);
  return values;
}

test("the lines come without an await before the loop, and with one; each call asks once", async () => {
  const { fetch, core, watchHall } = hallOn([two, two]);
  expect(await all(watchHall(core, { id: 7 }))).toEqual([{ visit: 1 }, { visit: 2 }]);
  expect(await all(await watchHall(core, { id: 7 }))).toEqual([{ visit: 1 }, { visit: 2 }]);
  expect(fetch.requests.map(({ url }) => url)).toEqual(Array(2).fill("https://api.museum.test/halls/7/visits"));
  expect(fetch.requests[0]?.headers.get("accept")).toBe("application/stream+json, application/x-ndjson");
});

test("safe and full are those of every operation, with the lines as data", async () => {
  const { core, watchHall } = hallOn([two, two, { status: 404, json: {} }]);
  const { status, data } = await watchHall.full(core, { id: 7 });
  expect({ status, all: await all(data as AsyncIterable<unknown>) }).toEqual({
    status: 200,
    all: [{ visit: 1 }, { visit: 2 }],
  });
  expect(await watchHall.safe(core, { id: 7 })).toMatchObject({ ok: true, status: 200 });
  expect(await watchHall.safe(core, { id: 7 })).toMatchObject({ ok: false, status: 404 });
});

test("an operation that gives one value or a stream has both forms", async () => {
  const { fetch, core } = hallOn([{ json: [1, 2] }, two]);
  const listVisits = streamableOperation<StreamableFunction>({ ...row, parse: asJson });
  expect(await listVisits(core, { id: 7 })).toEqual([1, 2]);
  expect(await all(listVisits.stream(core, { id: 7 }))).toEqual([{ visit: 1 }, { visit: 2 }]);
  expect(fetch.requests.map(({ headers }) => headers.get("accept"))).toEqual([
    "application/json",
    "application/stream+json, application/x-ndjson",
  ]);
});

test("what is wrong with input, options or answer shows in the loop, and in the promise", async () => {
  const { core, watchHall } = hallOn([{ status: 404, json: {} }]);
  expect(await rejection(all(watchHall(core, { id: "seven" })))).toBeInstanceOf(RequestError);
  expect(await rejection(all(watchHall(core, { id: 7 }, { retries: 1 } as object)))).toBeInstanceOf(RequestError);
  expect(await rejection(all(watchHall(core, { id: 7 })))).toBeInstanceOf(NotFoundError);
});

test("one JSON value in place of lines is an error, and no line", async () => {
  const { core, watchHall } = hallOn([{ json: [1, 2] }]);
  const error = await rejection(watchHall(core, { id: 7 }));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({ status: 200, contentType: "application/json" });
  expect(String(error)).toContain("GET /halls/{id}/visits: 200, one JSON value and no stream of lines");
});

describe("while the stream is open", () => {
  test("it may be silent for a day, whatever the limits of the client are", async () => {
    const { clock, core, watchHall } = hallOn([
      lines('{"visit":1}\n{"visit":2}\n', { cut: { afterBytes: 12, by: "stall" } }),
    ]);
    const visits = watchHall(core, { id: 7 })[Symbol.asyncIterator]();
    expect((await visits.next()).value).toEqual({ visit: 1 });
    let next: unknown;
    visits.next().then((result) => {
      next = result;
    });
    await clock.advance(86_400_000);
    expect(next).toBeUndefined();
    expect(clock.pending()).toBe(0);
  });

  test("the time limit of the call holds from the call's start", async () => {
    const stalled = lines('{"visit":1}\n', { cut: { afterBytes: 12, by: "stall" } });
    const { clock, core, watchHall } = hallOn([stalled]);
    const visits = watchHall(core, { id: 7 }, { timeoutMs: 5000 })[Symbol.asyncIterator]();
    expect((await visits.next()).value).toEqual({ visit: 1 });
    const end = rejection(visits.next());
    await clock.advance(4999);
    await clock.advance(1);
    expect(await end).toBeInstanceOf(TimeoutError);
    expect(await end).toMatchObject({ phase: "total" });
    expect(clock.pending()).toBe(0);
  });

  test("the signal of the call ends it, and nothing is left", async () => {
    const stalled = lines('{"visit":1}\n', { cut: { afterBytes: 12, by: "stall" } });
    const { clock, core, watchHall } = hallOn([stalled]);
    const controller = new AbortController();
    const visits = watchHall(core, { id: 7 }, { signal: controller.signal })[Symbol.asyncIterator]();
    await visits.next();
    const end = rejection(visits.next());
    controller.abort(new Error("enough"));
    expect(await end).toBeInstanceOf(AbortedError);
    expect(((await end) as Error).cause).toMatchObject({ message: "enough" });
    expect(clock.pending()).toBe(0);
  });

  test("who leaves the loop ends it", async () => {
    let cancelled = false;
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('{"visit":1}\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    const { clock, core, watchHall } = hallOn([], { fetch: async () => new Response(body) });
    for await (const visit of watchHall(core, { id: 7 })) {
      expect(visit).toEqual({ visit: 1 });
      break;
    }
    expect(cancelled).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  test("a connection that breaks is an error after the lines that came", async () => {
    const { core, watchHall } = hallOn([lines('{"visit":1}\n{"visit":2}\n', { cut: { afterBytes: 15, by: "reset" } })]);
    const visits = watchHall(core, { id: 7 })[Symbol.asyncIterator]();
    expect((await visits.next()).value).toEqual({ visit: 1 });
    expect(await rejection(visits.next())).toBeInstanceOf(ConnectionError);
  });
});
