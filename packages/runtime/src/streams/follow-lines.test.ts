import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rejection } from "../../test/support/client.ts";
import { type Core, createCore } from "../core.ts";
import { NotFoundError } from "../errors/api/not-found-error.ts";
import { ServerError } from "../errors/api/server-error.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { AbortedError } from "../errors/transport/aborted-error.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import { inQuery } from "../request/place.ts";
import { type FakeClock, fakeClock } from "../testing/fake-clock.ts";
import type { MockAnswer } from "../testing/mock-answer.ts";
import { type MockTransport, mockTransport } from "../testing/mock-transport.ts";
import { asLines } from "./as-lines.ts";
import { type FollowOptions, type FollowRules, followLines } from "./follow-lines.ts";
import { type StreamFunction, streamOperation } from "./stream-operation.ts";

interface Visit {
  readonly id: number;
}

const watchVisits = streamOperation<StreamFunction>({
  id: "watchVisits",
  method: "GET",
  path: "/visits",
  params: { since: { in: inQuery, type: "integer" } },
  parse: asLines,
  errors: { 404: NotFoundError },
});

const text = (ids: readonly number[]): string => ids.map((id) => `${JSON.stringify({ id })}\n`).join("");
const lines = (ids: readonly number[], cut?: { afterBytes: number; by: "stall" | "reset" }): MockAnswer => ({
  body: text(ids),
  headers: { "content-type": "application/x-ndjson" },
  ...(cut && { cut }),
});

interface World {
  readonly clock: FakeClock;
  readonly fetch: MockTransport;
  follow(rules?: Partial<FollowRules<Visit>>, options?: FollowOptions): AsyncGenerator<Visit, void, undefined>;
}

function visitsOn(script: MockAnswer[]): World {
  const clock = fakeClock();
  const fetch = mockTransport(script);
  const core: Core = createCore({
    name: "museum-client",
    version: "1.2.3",
    auth: "museum-token-0123456789",
    baseUrl: "https://api.museum.test",
    fetch,
    clock,
    random: () => 0.5,
    retry: false,
  });
  const rules: FollowRules<Visit> = {
    open: (last, options) =>
      watchVisits(
        core,
        last === undefined ? {} : { since: last.id },
        options,
      ) as AsyncIterable<unknown> as AsyncIterable<Visit>,
    keyOf: ({ id }) => String(id),
    restOf: async (last) => ((last?.id ?? 0) >= 4 ? [] : undefined),
  };
  return { clock, fetch, follow: (more, options) => followLines(core, { ...rules, ...more }, options) };
}

async function idsOf(visits: AsyncIterable<Visit>): Promise<number[]> {
  const ids: number[] = [];
  for await (const { id } of visits) ids.push(id);
  return ids;
}

const asked = ({ requests }: MockTransport) => requests.map(({ url }) => new URL(url).search);

test("goes on after the last line where a stream ends, and gives no line twice", async () => {
  const { clock, fetch, follow } = visitsOn([lines([1, 2]), lines([2, 3]), lines([3, 4])]);
  expect(await clock.finish(idsOf(follow()))).toEqual([1, 2, 3, 4]);
  expect(asked(fetch)).toEqual(["", "?since=2", "?since=3"]);
});

test.each(["reset", "stall"] as const)(
  "goes on where the connection is lost in the middle of a line, by %s",
  async (by) => {
    const { clock, fetch, follow } = visitsOn([lines([1, 2, 3], { afterBytes: 13, by }), lines([1, 2, 3, 4])]);
    expect(await clock.finish(idsOf(follow({}, { quietMs: 60_000 })))).toEqual([1, 2, 3, 4]);
    expect(asked(fetch)).toEqual(["", "?since=1"]);
  },
);

test("takes a line that was cut where the stream ended well for no line", async () => {
  const { clock, follow } = visitsOn([{ body: '{"id":1}\n{"i' }, lines([1, 2, 3, 4])]);
  expect(await clock.finish(idsOf(follow()))).toEqual([1, 2, 3, 4]);
});

test("wherever the streams are cut, every line comes once and in order", async () => {
  const cut = fc.record({ afterBytes: fc.nat(40), by: fc.constantFrom("reset" as const, "stall" as const) });
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { maxLength: 6 }), async (cuts) => {
      const from = (ask: { url: string }) => Number(new URL(ask.url).searchParams.get("since") ?? 1);
      const ids = (first: number) => [1, 2, 3, 4].filter((id) => id >= first);
      const script = [...cuts, undefined].map(
        (one): MockAnswer =>
          (request) =>
            lines(ids(from(request)), one) as Exclude<MockAnswer, (...args: never[]) => unknown>,
      );
      const { clock, follow } = visitsOn(script);
      expect(await clock.finish(idsOf(follow({}, { quietMs: 60_000 })))).toEqual([1, 2, 3, 4]);
      expect(clock.pending()).toBe(0);
    }),
  );
});

test("asks for the rest when a line may be the last, and gives what of it is new", async () => {
  const { clock, fetch, follow } = visitsOn([lines([1, 2], { afterBytes: 18, by: "stall" })]);
  const rules = { mayEnd: ({ id }: Visit) => id === 2, restOf: async () => [{ id: 2 }, { id: 3 }] };
  expect(await clock.finish(idsOf(follow(rules)))).toEqual([1, 2, 3]);
  expect(fetch.requests).toHaveLength(1);
  expect(clock.pending()).toBe(0);
});

test("asks for the rest of a stream that was cut as well, which may have been the last", async () => {
  const { clock, fetch, follow } = visitsOn([{ body: '{"id":1}\n{"i' }]);
  expect(await clock.finish(idsOf(follow({ restOf: async () => [{ id: 1 }, { id: 2 }] })))).toEqual([1, 2]);
  expect(fetch.requests).toHaveLength(1);
});

test("pauses longer and longer while connections bring nothing, and begins anew with a line", async () => {
  const { clock, fetch, follow } = visitsOn([lines([]), lines([]), lines([]), lines([1]), lines([1]), lines([4])]);
  const times: number[] = [];
  const began = clock.now();
  const open: FollowRules<Visit>["open"] = () => {
    times.push(clock.now() - began);
    return { [Symbol.asyncIterator]: () => answers[times.length - 1] } as unknown as AsyncIterable<Visit>;
  };
  const answers = [[], [], [], [1], [1], [4]].map((ids) =>
    (async function* () {
      for (const id of ids) yield { id };
    })(),
  );
  expect(await clock.finish(idsOf(follow({ open })))).toEqual([1, 4]);
  expect(times).toEqual([0, 500, 1500, 3500, 4000, 5000]);
  expect(fetch.requests).toHaveLength(0);
});

test("pauses for 30 seconds at most, with 20 % either way, and as long as the server asks", async () => {
  const busy: MockAnswer = { status: 503, headers: { "retry-after": "100" }, json: {} };
  const { clock, follow } = visitsOn([...Array(12).fill(lines([])), busy, lines([4])]);
  const began = clock.now();
  expect(await clock.finish(idsOf(follow()))).toEqual([4]);
  // 0.5 + 1 + 2 + 4 + 8 + 16 seconds, six times 30, and the 100 of the header.
  expect(clock.now() - began).toBe((31.5 + 180 + 100) * 1000);
});

describe("what ends it", () => {
  test("a refusal that asking again would not change", async () => {
    const { clock, follow } = visitsOn([lines([1]), { status: 404, json: {} }]);
    expect(await rejection(clock.finish(idsOf(follow())))).toBeInstanceOf(NotFoundError);
    expect(clock.pending()).toBe(0);
  });

  test.each([
    ["connections that can't be made", "refused", ConnectionError],
    ["a server that fails", { status: 500, json: {} }, ServerError],
    ["a line that is no JSON however often it comes", { body: "<html>\n" }, DecodeError],
  ] as const)("the eighth in a row of %s", async (_, answer, type) => {
    const { clock, fetch, follow } = visitsOn([lines([1]), ...Array(8).fill(answer)]);
    const seen: number[] = [];
    const walk = async () => {
      for await (const { id } of follow()) seen.push(id);
    };
    expect(await rejection(clock.finish(walk()))).toBeInstanceOf(type);
    expect({ seen, sent: fetch.requests.length }).toEqual({ seen: [1], sent: 9 });
  });

  test("a failure to ask whether it is over counts as one, and a line in between forgives them", async () => {
    let asks = 0;
    const restOf = async (last: Visit | undefined) => {
      if (++asks % 7 !== 0)
        throw new ConnectionError(undefined, "gone", { kind: "reset", origin: "", retryable: true });
      return last?.id === 4 ? [] : undefined;
    };
    const { clock, follow } = visitsOn([
      ...Array(6).fill(lines([1])),
      lines([2]),
      ...Array(6).fill(lines([3])),
      lines([4]),
    ]);
    expect(await clock.finish(idsOf(follow({ restOf })))).toEqual([1, 2, 3, 4]);
  });

  test.each([
    ["before it begins", 0],
    ["while a stream is open", 1],
    ["in a pause", 2],
  ])("a signal that aborts %s", async (_, when) => {
    const { clock, fetch, follow } = visitsOn(
      when === 2 ? [lines([1])] : [lines([1, 2], { afterBytes: 9, by: "stall" })],
    );
    const controller = new AbortController();
    if (when === 0) controller.abort(new Error("enough"));
    const visits = follow({}, { signal: controller.signal });
    if (when > 0) expect((await visits.next()).value).toEqual({ id: 1 });
    const end = rejection(visits.next());
    await clock.advance(0);
    controller.abort(new Error("enough"));
    await clock.advance(0);
    expect(await end).toBeInstanceOf(AbortedError);
    expect(((await end) as Error).cause).toMatchObject({ message: "enough" });
    expect({ sent: fetch.requests.length, timers: clock.pending() }).toEqual({ sent: when === 0 ? 0 : 1, timers: 0 });
  });

  test("leaving the loop, which leaves nothing behind", async () => {
    const { clock, fetch, follow } = visitsOn([lines([1, 2], { afterBytes: 9, by: "stall" })]);
    for await (const { id } of follow({}, { quietMs: 1000 })) {
      expect(id).toBe(1);
      break;
    }
    await clock.advance(100_000);
    expect({ sent: fetch.requests.length, timers: clock.pending() }).toEqual({ sent: 1, timers: 0 });
  });

  test("a wrong option, before anything is sent", async () => {
    const { fetch, follow } = visitsOn([]);
    expect(await rejection(follow({}, { quietMs: 0 }).next())).toBeInstanceOf(RequestError);
    expect(fetch.requests).toHaveLength(0);
  });
});

test("a reader that takes its time is no silence of the server", async () => {
  const { clock, fetch, follow } = visitsOn([lines([1, 2, 3, 4])]);
  const visits = follow({}, { quietMs: 1000 });
  for (const id of [1, 2, 3, 4]) {
    expect((await visits.next()).value).toEqual({ id });
    await clock.advance(5000);
  }
  expect(await visits.next()).toEqual({ done: true, value: undefined });
  expect(fetch.requests).toHaveLength(1);
});

test("keeps the keys of the last 10,000 lines", async () => {
  const many = Array.from({ length: 10_001 }, (_, index) => index + 5);
  const { clock, follow } = visitsOn([lines(many), lines([10_005, 5]), lines([])]);
  let asks = 0;
  const ids = await clock.finish(idsOf(follow({ restOf: async () => (++asks < 2 ? undefined : []) })));
  expect(ids.length).toBe(10_002);
  expect(ids.at(-1)).toBe(5);
});
