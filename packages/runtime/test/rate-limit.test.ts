import { describe, expect, test } from "vitest";
import type { Call } from "../src/call.ts";
import { type Deadline, startCall } from "../src/deadline.ts";
import { RateLimitQueueError } from "../src/errors/rate-limit-queue-error.ts";
import { AbortedError } from "../src/errors/transport/aborted-error.ts";
import type { RateClassRow } from "../src/operation-row.ts";
import { createLimiter } from "../src/rate-limit/create-limiter.ts";
import type { Limiter, Priority } from "../src/rate-limit/limiter.ts";
import type { RateLimitOptions } from "../src/rate-limit/rate-limit-options.ts";
import { xRateLimit } from "../src/response/rate-limit-state.ts";
import { type FakeClock, fakeClock } from "../src/testing/fake-clock.ts";
import { rejection, someCall } from "./support/client.ts";
import { type ReadingSlot, readingSlot } from "./support/reading-slot.ts";

const strict: RateClassRow = { name: "strict", quota: 5, windowMs: 60_000, headers: xRateLimit };
const startMs = Date.UTC(2026, 0, 1);

/** An answer whose window ends so many seconds after the start. */
function answer(remaining: number, endsInS: number, status = 200, more: Record<string, string> = {}): Response {
  const limit = more["x-ratelimit-limit"] ?? "5";
  const reset = `${startMs / 1000 + endsInS}`;
  const window = { "x-ratelimit-limit": limit, "x-ratelimit-remaining": `${remaining}`, "x-ratelimit-reset": reset };
  return new Response(null, { status, headers: { ...window, ...more } });
}

interface World {
  readonly clock: FakeClock;
  readonly limiter: Limiter;
  /** Names of the calls that have their turn, in order. */
  readonly turns: string[];
  readonly slots: ReadingSlot[];
  /** Asks for a turn. */
  enter(name: string, more?: Partial<Asked>): Promise<ReadingSlot>;
}

interface Asked {
  readonly rateLimit: RateClassRow | undefined;
  readonly priority: Priority;
  readonly attempts: number;
  readonly maxWaitMs: number;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** A limiter without jitter, unless random numbers are given. */
function world(options: RateLimitOptions = {}, random: () => number = () => 0): World {
  const clock = fakeClock(startMs);
  const limiter = createLimiter(options, { clock, random });
  const turns: string[] = [];
  const slots: ReadingSlot[] = [];
  const enter = (name: string, asked: Partial<Asked> = {}) => {
    const { priority = 1, attempts = 0, maxWaitMs, signal, timeoutMs } = asked;
    const base = someCall();
    const target = { ...base.target, rateLimit: "rateLimit" in asked ? asked.rateLimit : strict };
    const call = { ...base, engine: { ...base.engine, clock }, target, attempts } as Call;
    const deadline: Deadline = startCall(call, { ...(signal && { signal }), timeoutMs: timeoutMs ?? 1e15 });
    const work = limiter.enter(call, deadline, priority, maxWaitMs).then((given) => {
      const slot = readingSlot(given, call);
      turns.push(name);
      slots.push(slot);
      return slot;
    });
    work.catch(() => {});
    return work;
  };
  return { clock, limiter, turns, slots, enter };
}

/** Fills the window, which ends after 60 s, so that the next call waits for another one. */
async function full(options?: RateLimitOptions, random?: () => number): Promise<World> {
  const made = world(options, random);
  const slot = await made.enter("first");
  slot.leave(answer(0, 60));
  made.turns.length = 0;
  return made;
}

describe("a turn", () => {
  test("is there at once where there is room, one microtask later", async () => {
    const { enter, turns } = world();
    enter("a");
    expect(turns).toEqual([]);
    await undefined;
    expect(turns).toEqual(["a"]);
  });

  test("comes in the order of asking, and in that of priority first", async () => {
    const { enter, clock, turns } = await full();
    enter("background", { priority: 2 });
    enter("usual");
    enter("usual 2");
    enter("urgent", { priority: 0 });
    await clock.advance(61_000);
    expect(turns).toEqual(["urgent", "usual", "usual 2", "background"]);
  });

  test("goes to a retry before others of its priority", async () => {
    const { enter, clock, turns } = await full();
    enter("usual");
    enter("urgent", { priority: 0 });
    enter("retry", { attempts: 1 });
    await clock.advance(61_000);
    expect(turns).toEqual(["urgent", "retry", "usual"]);
  });

  test("tells how long it was waited for", async () => {
    const { enter, clock } = await full();
    const work = enter("a");
    await clock.advance(60_250);
    expect((await work).queuedMs).toBe(60_250);
  });

  test("of an operation without a rate class waits for the concurrency only", async () => {
    const { enter, clock, turns, slots } = await full({ concurrency: 2 });
    enter("blocked");
    for (const name of ["a", "b", "c"]) enter(name, { rateLimit: undefined });
    await clock.advance(0);
    expect(turns).toEqual(["a", "b"]);
    slots.at(-1)?.leave(answer(0, 60, 429));
    await clock.advance(0);
    expect(turns).toEqual(["a", "b", "c"]);
  });

  test("is one of ten at once unless the client says otherwise, and an answer that never came frees it", async () => {
    const { enter, clock, turns, slots } = world();
    for (let count = 0; count < 12; count++) enter(`${count}`, { rateLimit: undefined });
    await clock.advance(0);
    expect(turns.length).toBe(10);
    slots[0]?.leave(undefined);
    await clock.advance(0);
    expect(turns.length).toBe(11);
  });
});

describe("a window", () => {
  test.each([
    [5, 5],
    [120, 8],
  ])("of %d that no header has told of yet has at most %d requests in flight", async (quota, most) => {
    const { enter, clock, turns, slots } = world();
    for (let count = 0; count < 10; count++) enter(`${count}`, { rateLimit: { ...strict, quota } });
    await clock.advance(0);
    expect(turns.length).toBe(most);
    // No header in it: the window is as unknown as before.
    slots[0]?.leave(new Response(null, { status: 502 }));
    await clock.advance(0);
    expect(turns.length).toBe(quota === 5 ? 5 : 9);
    slots[1]?.leave(answer(quota - 2, 60, 200, { "x-ratelimit-limit": `${quota}` }));
    await clock.advance(0);
    expect(turns.length).toBe(quota === 5 ? 5 : 10);
  });

  test("knows what others have used of it, and adds the requests in flight", async () => {
    const { enter, clock, turns, slots } = world();
    for (const name of ["a", "b", "c"]) enter(name);
    await clock.advance(0);
    slots[0]?.leave(answer(2, 30));
    enter("d");
    await clock.advance(0);
    expect(turns.length).toBe(3);
    // What looked like others was our own b.
    slots[1]?.leave(answer(2, 30));
    await clock.advance(0);
    expect(turns.length).toBe(4);
  });

  test("has the number of turns that the header tells, not the declared one", async () => {
    const { enter, clock, turns, slots } = world();
    enter("first");
    await clock.advance(0);
    slots[0]?.leave(answer(9, 60, 200, { "x-ratelimit-limit": "10" }));
    for (let count = 0; count < 12; count++) enter(`${count}`);
    await clock.advance(0);
    expect(turns.length).toBe(10);
  });

  test.each([
    [0, 60_250],
    [0.5, 60_500],
    [0.999, 60_749],
  ])("opens 250 ms after the reset, and up to half a second later (random %d)", async (random, ms) => {
    const { enter, clock, turns } = await full({}, () => random);
    enter("a");
    await clock.advance(ms);
    expect(turns).toEqual(random === 0.999 ? [] : ["a"]);
    await clock.advance(1);
    expect(turns).toEqual(["a"]);
  });

  test("begins with the requests that are still in flight", async () => {
    const { enter, clock, turns, slots } = world();
    for (const name of ["a", "b", "c", "d"]) enter(name);
    await clock.advance(0);
    slots[0]?.leave(answer(1, 30));
    for (let count = 0; count < 9; count++) enter(`${count}`);
    await clock.advance(31_000);
    // Three of the old ones are not answered: a fourth went into the old window, so one is left of this one.
    expect(turns.length).toBe(4 + 1 + 1);
    slots[1]?.leave(answer(0, 30));
    await clock.advance(0);
    expect(turns.length).toBe(6);
    slots[5]?.leave(answer(4, 90));
    await clock.advance(0);
    expect(turns.length).toBe(7);
  });

  test("that the server has begun before us is taken over", async () => {
    const { enter, clock, turns, slots } = await full();
    enter("a");
    await clock.advance(60_250);
    slots[1]?.leave(answer(4, 120));
    for (let count = 0; count < 9; count++) enter(`${count}`);
    await clock.advance(0);
    expect(turns.length).toBe(5);
  });

  test("without headers counts our own requests, from the first on", async () => {
    const { enter, clock, turns, slots } = world();
    const { headers: _, ...silent } = strict;
    for (let count = 0; count < 7; count++) enter(`${count}`, { rateLimit: silent });
    await clock.advance(1000);
    for (const slot of slots) slot.leave(new Response());
    await clock.advance(59_249);
    expect(turns.length).toBe(5);
    await clock.advance(1);
    expect(turns.length).toBe(7);
  });
});

describe("a refusal by the server", () => {
  const cases: [string, RateClassRow, Response, number][] = [
    ["429 with Retry-After", strict, answer(3, 60, 429, { "retry-after": "7" }), 7250],
    ["429 with a reset", strict, answer(3, 20, 429), 20_250],
    ["429 that says nothing", strict, new Response(null, { status: 429 }), 60_250],
    ["429 whose window is over by our clock", strict, answer(3, -2, 429), 60_250],
    ["the status of the class's own", { ...strict, exceedStatus: 503 }, new Response(null, { status: 503 }), 60_250],
    ["429 of a class with another status", { ...strict, exceedStatus: 503 }, answer(3, 20, 429), 20_250],
  ];
  test.each(cases)("%s stops the whole class until then", async (_, rateLimit, response, ms) => {
    const { enter, clock, turns, slots } = world();
    enter("a", { rateLimit });
    await clock.advance(0);
    slots[0]?.leave(response);
    enter("b", { rateLimit });
    enter("c", { rateLimit: { ...strict, name: "other" } });
    await clock.advance(ms - 1);
    expect(turns).toEqual(["a", "c"]);
    await clock.advance(1);
    expect(turns).toEqual(["a", "c", "b"]);
  });

  test("with another status stops nobody", async () => {
    const { enter, clock, turns, slots } = world();
    enter("a");
    await clock.advance(0);
    slots[0]?.leave(answer(3, 60, 503, { "retry-after": "7" }));
    enter("b");
    await clock.advance(0);
    expect(turns).toEqual(["a", "b"]);
  });

  test("for a day refuses calls at once", async () => {
    const { enter, clock, slots } = world();
    enter("a");
    await clock.advance(0);
    slots[0]?.leave(answer(3, 60, 429, { "retry-after": "86400" }));
    expect(await rejection(enter("b"))).toBeInstanceOf(RateLimitQueueError);
    expect(clock.now()).toBe(startMs);
    expect(clock.pending()).toBe(0);
  });
});

describe("a RateLimitQueueError", () => {
  test("comes at once when the wait would be longer than two minutes, and tells how long", async () => {
    const { enter, clock } = await full();
    for (let count = 0; count < 5; count++) enter(`${count}`);
    const error = (await rejection(enter("late"))) as RateLimitQueueError;
    expect(clock.now()).toBe(startMs);
    expect(error).toBeInstanceOf(RateLimitQueueError);
    expect(error).toMatchObject({ rateClass: "strict", retryAfterMs: 120_250, attempts: 0, retryable: true });
    expect(error.message).toBe("GET /visits/{id}: no turn in time; raise maxWaitMs; nothing was sent");
  });

  test("comes only to those whose own turn would be too late", async () => {
    const { enter, clock, turns } = await full({ maxWaitMs: 121_000 });
    const waits = Array.from({ length: 12 }, (_, count) => enter(`${count}`));
    const refused: number[] = [];
    for (const [index, wait] of waits.entries()) wait.catch(() => refused.push(index));
    await clock.advance(0);
    expect(refused).toEqual([10, 11]);
    await clock.advance(60_250);
    expect(turns.length).toBe(5);
  });

  test.each([
    ["maxWaitMs of the call", {}, { maxWaitMs: 60_249 }],
    ["maxWaitMs of the client", { maxWaitMs: 60_249 }, {}],
    ["the time that the call has left", {}, { timeoutMs: 60_249 }],
  ])("comes at once by %s", async (_, options, asked) => {
    const { enter, clock } = await full(options);
    expect(await rejection(enter("a", asked))).toBeInstanceOf(RateLimitQueueError);
    expect(clock.now()).toBe(startMs);
  });

  test("does not come a millisecond earlier", async () => {
    const { enter, clock, turns } = await full();
    enter("a", { maxWaitMs: 60_251 });
    await clock.advance(60_250);
    expect(turns).toEqual(["a"]);
  });

  test("comes when the concurrency kept the call waiting for too long, without a time to come back", async () => {
    const { enter, clock } = world({ concurrency: 1 });
    await enter("a", { rateLimit: undefined });
    const error = rejection(enter("b", { maxWaitMs: 500 }));
    await clock.advance(500);
    expect(await error).toMatchObject({ name: "RateLimitQueueError", rateClass: "strict", retryAfterMs: undefined });
  });

  test("comes to the least urgent of more than 1,000 calls", async () => {
    const { enter } = await full({ maxWaitMs: 1e15 });
    const background = rejection(enter("background", { priority: 2 }));
    for (let count = 0; count < 999; count++) enter(`${count}`);
    const last = enter("last");
    expect(await background).toBeInstanceOf(RateLimitQueueError);
    expect(await rejection(enter("one too many"))).toBeInstanceOf(RateLimitQueueError);
    expect(await Promise.race([last, "waiting"])).toBe("waiting");
  });

  test("counts each class on its own", async () => {
    const { enter, clock, slots } = await full({ maxQueue: 1 });
    enter("other", { rateLimit: { ...strict, name: "other" } });
    await clock.advance(0);
    slots.at(-1)?.leave(answer(0, 60));
    const waits = [enter("a"), enter("b", { rateLimit: { ...strict, name: "other" } })];
    expect(await Promise.race([...waits, "waiting"])).toBe("waiting");
  });
});

describe("an abort", () => {
  test("ends the wait within one tick, and leaves the turn to the others", async () => {
    const { enter, clock, turns } = await full({ maxWaitMs: 200_000 });
    const controller = new AbortController();
    const error = rejection(enter("a", { signal: controller.signal }));
    for (let count = 0; count < 5; count++) enter(`${count}`);
    await clock.advance(1000);
    controller.abort();
    expect(await Promise.race([error, new Promise((resolve) => setImmediate(resolve, "late"))])).toBeInstanceOf(
      AbortedError,
    );
    await clock.advance(60_000);
    expect(turns).toEqual(["0", "1", "2", "3", "4"]);
  });

  test("of the only call that waits leaves no timer of the limiter", async () => {
    const { enter, clock } = await full();
    const before = clock.pending();
    const controller = new AbortController();
    enter("a", { signal: controller.signal, timeoutMs: 1e15 });
    expect(clock.pending()).toBe(before + 1);
    controller.abort();
    expect(clock.pending()).toBe(before);
  });
});

describe("a mode", () => {
  test.each(["observe", "off"] as const)("%s never waits", async (mode) => {
    const { enter, turns, slots, clock } = world({ mode });
    await enter("a");
    slots[0]?.leave(answer(0, 60, 429));
    for (let count = 0; count < 20; count++) enter(`${count}`);
    await clock.advance(0);
    expect(turns.length).toBe(21);
  });
});
