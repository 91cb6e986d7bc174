import type { Call } from "../src/call.ts";
import type { Clock } from "../src/clock.ts";
import type { Deadline } from "../src/deadline.ts";
import type { RateClassRow } from "../src/operation-row.ts";
import { createLimiter } from "../src/rate-limit/create-limiter.ts";
import type { Limiter } from "../src/rate-limit/limiter.ts";
import { memoryStore } from "../src/rate-limit/memory-store.ts";
import { sharedStore } from "../src/rate-limit/shared-store.ts";
import { xRateLimit } from "../src/response/rate-limit-state.ts";
import { someCall } from "./support/client.ts";
import { readingSlot } from "./support/reading-slot.ts";

/** How workers keep to the limit. */
export type Pacing = "none" | "per process" | "shared";

/** One simulated run. */
export interface Setup {
  readonly pacing: Pacing;
  readonly limit: number;
  readonly workers: number;
  /** Calls of each worker. */
  readonly calls: number;
  /** How many of them each worker has under way at once. */
  readonly concurrency: number;
  /** Milliseconds into a window at which all workers start. */
  readonly phaseMs: number;
  readonly random: () => number;
}

/** What came of it. */
export interface Run {
  /** Answers with 429. */
  readonly refused: number;
  /** Milliseconds until the last worker has all its answers. */
  readonly elapsedMs: number;
}

const WINDOW_MS = 60_000;

/** Random numbers from 0 to below 1 that repeat with their seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A clock that jumps from timer to timer, for runs with thousands of them. */
class JumpingClock implements Clock {
  #now: number;
  #timers: { at: number; run: () => void }[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, delayMs), run };
    const later = this.#timers.findIndex(({ at }) => at > timer.at);
    this.#timers.splice(later < 0 ? this.#timers.length : later, 0, timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  async finish<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    work.then(over, over);
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const timer = isOver ? undefined : this.#timers.shift();
      if (!timer) return work;
      this.#now = timer.at;
      timer.run();
    }
  }
}

/** Runs workers against a server with fixed windows of a minute that are aligned to the epoch. */
export async function simulate({ pacing, limit, workers, calls, concurrency, phaseMs, random }: Setup): Promise<Run> {
  const startedAt = Date.UTC(2026, 0, 1) + phaseMs;
  const clock = new JumpingClock(startedAt);
  const rateLimit: RateClassRow = { name: "class", quota: limit, windowMs: WINDOW_MS, headers: xRateLimit };
  const call: Call = { ...someCall(), target: { method: "GET", path: "/visits", rateLimit } };
  const deadline: Deadline = {
    signal: new AbortController().signal,
    endsAt: Number.POSITIVE_INFINITY,
    limit: () => {},
    race: (work) => work,
    pause: async () => {},
    end: () => {},
  };
  const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  const counts = new Map<number, number>();
  let refused = 0;

  /** Counts a request when it arrives. */
  const serve = () => {
    const endsAt = (Math.floor(clock.now() / WINDOW_MS) + 1) * WINDOW_MS;
    const used = counts.get(endsAt) ?? 0;
    if (used < limit) counts.set(endsAt, used + 1);
    const headers = {
      "x-ratelimit-limit": `${limit}`,
      "x-ratelimit-remaining": `${Math.max(0, limit - used - 1)}`,
      "x-ratelimit-reset": `${endsAt / 1000}`,
    };
    return { endsAt, response: new Response(null, { status: used < limit ? 200 : 429, headers }) };
  };

  const makeCall = async (limiter: Limiter) => {
    for (let attempts = 0; ; attempts++) {
      const slot = readingSlot(await limiter.enter({ ...call, attempts }, deadline, 1, Number.POSITIVE_INFINITY), call);
      await wait(75 + random() * 20);
      const { endsAt, response } = serve();
      await wait(75 + random() * 20);
      slot.leave(response);
      if (response.ok) return;
      refused++;
      await wait(Math.max(0, endsAt - clock.now()) + random() * 1000);
    }
  };

  const shared = memoryStore(clock);
  const work = async () => {
    const store = pacing === "shared" ? sharedStore(shared, "museum") : undefined;
    // The hash is computed before the start: how long that takes is not of this simulation's time.
    await store?.scope(call, deadline);
    return createLimiter({ mode: pacing === "none" ? "off" : "pace", ...(store && { store }) }, { clock, random });
  };
  const limiters = await Promise.all(Array.from({ length: workers }, work));
  const all = limiters.flatMap((limiter) => {
    let left = calls;
    return Array.from({ length: concurrency }, async () => {
      while (left-- > 0) await makeCall(limiter);
    });
  });
  await clock.finish(Promise.all(all));
  return { refused, elapsedMs: clock.now() - startedAt };
}

/** What workers with perfect knowledge of the windows need, at the mean latency, in milliseconds. */
export function lowerBoundMs({ limit, workers, calls, concurrency, phaseMs }: Setup): number {
  const windows = Math.ceil((workers * calls) / limit);
  const last = workers * calls - (windows - 1) * limit;
  const rounds = Math.ceil(last / (workers * concurrency));
  return (windows === 1 ? 0 : (windows - 1) * WINDOW_MS - phaseMs) + rounds * 170;
}
