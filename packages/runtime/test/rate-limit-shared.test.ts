import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Call } from "../src/call.ts";
import { startCall } from "../src/deadline.ts";
import type { RateClassRow } from "../src/operation-row.ts";
import { createLimiter } from "../src/rate-limit/create-limiter.ts";
import { credentialKey } from "../src/rate-limit/credential-key.ts";
import { memoryStore } from "../src/rate-limit/memory-store.ts";
import { sharedStore } from "../src/rate-limit/shared-store.ts";
import type { RateLimitStore } from "../src/rate-limit/store.ts";
import { xRateLimit } from "../src/response/rate-limit-state.ts";
import { type FakeClock, fakeClock } from "../src/testing/fake-clock.ts";
import { someCall } from "./support/client.ts";
import { type ReadingSlot, readingSlot } from "./support/reading-slot.ts";

const startMs = Date.UTC(2026, 0, 1);
const token = "Bearer museum-token-0123456789";
const strict: RateClassRow = { name: "strict", quota: 5, windowMs: 60_000, headers: xRateLimit };

interface Client {
  enter(signal?: AbortSignal): Promise<ReadingSlot>;
  /** Turns that it got so far. */
  readonly slots: ReadingSlot[];
}

async function clientOn(clock: FakeClock, store: RateLimitStore, authorization = token): Promise<Client> {
  const source = sharedStore(store, "museum");
  const limiter = createLimiter({ store: source }, { clock, random: () => 0 });
  const base = someCall();
  const engine = { ...base.engine, clock, auth: () => ({ authorization }) };
  const call = { ...base, engine, target: { ...base.target, rateLimit: strict } } as Call;
  // The platform hashes in a thread of its own; from here on the hash is known.
  await source.scope(call, startCall(call));
  const slots: ReadingSlot[] = [];
  const enter = (signal?: AbortSignal) => {
    const turn = limiter.enter(call, startCall(call, signal && { signal }), 1, undefined);
    const work = turn.then((slot) => readingSlot(slot, call));
    work.then((slot) => slots.push(slot)).catch(() => {});
    return work;
  };
  return { enter, slots };
}

const answer = (remaining: number) =>
  new Response(null, {
    headers: {
      "x-ratelimit-limit": "5",
      "x-ratelimit-remaining": `${remaining}`,
      "x-ratelimit-reset": `${startMs / 1000 + 60}`,
    },
  });

/** A store that does as the test says. */
function storeOf(take: RateLimitStore["take"]): RateLimitStore & { readonly log: unknown[] } {
  const log: unknown[] = [];
  return {
    log,
    take(...args) {
      log.push(["take", ...args]);
      return take(...args);
    },
    align: (...args) => void log.push(["align", ...args]),
    pause: (...args) => void log.push(["pause", ...args]),
  };
}

describe("a shared store", () => {
  test("has one window for all clients with the same credentials, and another for the others", async () => {
    const clock = fakeClock(startMs);
    const store = memoryStore(clock);
    const clients = await Promise.all(
      [token, token, "Bearer other-token-0123"].map((text) => clientOn(clock, store, text)),
    );
    for (const client of clients) for (let count = 0; count < 4; count++) client.enter();
    await clock.advance(0);
    const counts = clients.map(({ slots }) => slots.length);
    expect([(counts[0] ?? 0) + (counts[1] ?? 0), counts[2]]).toEqual([5, 4]);
  });

  test("sees no credential: the key has the API, the origin, a hash and the class", async () => {
    const store = storeOf(() => 0);
    const clock = fakeClock(startMs);
    const client = await clientOn(clock, store);
    client.enter();
    await clock.advance(0);
    client.slots[0]?.leave(new Response(null, { status: 429, headers: { "retry-after": "7" } }));
    const text = JSON.stringify([["authorization", token]]);
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
    const key = `museum|https://api.museum.test|${hash}|strict`;
    const seen = { rateClass: "strict", limit: undefined, remaining: undefined, resetAt: undefined };
    expect(store.log).toEqual([
      ["take", key, strict, false],
      ["align", key, seen],
      ["pause", key, 7000],
    ]);
    expect(JSON.stringify(store.log)).not.toContain("museum-token");
  });

  test.each([
    ["rejects", () => Promise.reject(new Error("down"))],
    [
      "throws",
      () => {
        throw new Error("down");
      },
    ],
    ["never answers", () => new Promise<number>(() => {})],
  ])("that %s leaves the client with its own count, 50 ms later", async (_, take) => {
    const clock = fakeClock(startMs);
    const client = await clientOn(clock, storeOf(take));
    for (let count = 0; count < 7; count++) client.enter();
    await clock.advance(0);
    await clock.advance(5 * 50);
    expect(client.slots.length).toBe(5);
  });

  test("gets back the turn that comes too late", async () => {
    let give: (opensAt: number) => void = () => {};
    const store = storeOf(
      () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    );
    const clock = fakeClock(startMs);
    (await clientOn(clock, store)).enter();
    await clock.advance(0);
    await clock.advance(50);
    expect(store.log.length).toBe(1);
    give(0);
    await clock.advance(0);
    expect(store.log[1]).toEqual(["align", expect.stringContaining("|strict"), undefined]);
  });

  test("gets back the turn of a call that was aborted meanwhile", async () => {
    let give: (opensAt: number) => void = () => {};
    const store = storeOf(
      () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    );
    const clock = fakeClock(startMs);
    const controller = new AbortController();
    const client = await clientOn(clock, store);
    client.enter(controller.signal);
    await clock.advance(0);
    controller.abort();
    give(0);
    await clock.advance(0);
    expect(client.slots).toEqual([]);
    expect(store.log[1]).toEqual(["align", expect.stringContaining("|strict"), undefined]);
  });

  test("is asked again every 100 ms while only an answer to another client can make room", async () => {
    const clock = fakeClock(startMs);
    const store = memoryStore(clock);
    const a = await clientOn(clock, store);
    const b = await clientOn(clock, store);
    for (let count = 0; count < 5; count++) a.enter();
    await clock.advance(0);
    b.enter();
    await clock.advance(0);
    expect([a.slots.length, b.slots.length]).toEqual([5, 0]);
    // Another account of the header: the window has room.
    for (const slot of a.slots.slice(0, 2)) slot.leave(answer(4));
    await clock.advance(100);
    expect(b.slots.length).toBe(1);
  });
});

test("the key of credentials has 16 hex digits, whatever order the headers are in", async () => {
  const key = await credentialKey({ "x-api-key": "0123456789", "x-account": "north" });
  expect(key).toMatch(/^[0-9a-f]{16}$/);
  expect(await credentialKey({ "x-account": "north", "x-api-key": "0123456789" })).toBe(key);
  expect(await credentialKey({ "x-api-key": "0123456789", "x-account": "south" })).not.toBe(key);
});

test("no server with aligned windows has to refuse, whatever the latencies and the times of asking are", async () => {
  const latency = fc.integer({ min: 0, max: 90_000 });
  const ask = fc.record({ atMs: fc.integer({ min: 0, max: 200_000 }), toMs: latency, backMs: latency });
  const run = fc.asyncProperty(
    fc.array(ask, { maxLength: 40 }),
    fc.integer({ min: 1, max: 12 }),
    async (asks, quota) => {
      const clock = fakeClock(startMs + 40_000);
      const limiter = createLimiter({ maxWaitMs: 1e15, concurrency: 20 }, { clock, random: () => 0.5 });
      const rateLimit = { ...strict, quota };
      const base = someCall();
      const call = { ...base, engine: { ...base.engine, clock }, target: { ...base.target, rateLimit } } as Call;
      const counts = new Map<number, number>();
      const work = asks.map(async ({ atMs, toMs, backMs }) => {
        const wait = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
        await wait(atMs);
        const slot = readingSlot(await limiter.enter(call, startCall(call, { timeoutMs: 1e15 }), 1, undefined), call);
        await wait(toMs);
        const end = Math.floor(clock.now() / 60_000 + 1) * 60;
        const used = (counts.get(end) ?? 0) + 1;
        counts.set(end, used);
        await wait(backMs);
        const headers = { "x-ratelimit-limit": `${quota}`, "x-ratelimit-remaining": `${Math.max(0, quota - used)}` };
        slot.leave(new Response(null, { headers: { ...headers, "x-ratelimit-reset": `${end}` } }));
      });
      await clock.finish(Promise.all(work));
      expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(quota);
    },
  );
  await fc.assert(run, { numRuns: 60 });
}, 60_000);
