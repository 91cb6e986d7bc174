import type { Clock } from "../clock.ts";

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /**
   * Lets time pass. Timers that fall due run in their order, each at its own time; before the first and after each of
   * them, all work runs that waits for no timer.
   * @param ms - Milliseconds, 0 or more; 0 only lets work run.
   */
  advance(ms: number): Promise<void>;
  /**
   * Lets time pass up to the next timer, which runs, for tests whose work waits for more than this clock.
   * @returns Whether there was one.
   */
  next(): Promise<boolean>;
  /**
   * Lets time pass from timer to timer until some work has ended, however long its waits are.
   * @param limitMs - The longest time that may pass, in milliseconds.
   * @default a day, so that a wait without an end fails the test and does not hang it
   * @returns What the work gives.
   * @throws {Error} The work waits for no timer, or has not ended in that time. What the work rejects with is passed on.
   */
  finish<T>(work: Promise<T>, limitMs?: number): Promise<T>;
  /** How many timers wait. 0 after a call shows that it left none behind. */
  pending(): number;
}

/**
 * Makes a clock for the `clock` option of a client, so that no test has to wait.
 * @param startMs - Milliseconds since the epoch at which it stands.
 * @default the first of January 2026, 00:00 UTC
 */
export function fakeClock(startMs: number = Date.UTC(2026, 0, 1)): FakeClock {
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  let nowMs = startMs;

  // A Set keeps its order, and sorting is stable: of timers due at once, the older one runs first.
  const first = () => [...timers].sort((a, b) => a.at - b.at)[0];
  const fire = async (timer: { readonly at: number; readonly run: () => void }) => {
    timers.delete(timer);
    nowMs = Math.max(nowMs, timer.at);
    timer.run();
    await readyWork();
  };

  return {
    now: () => nowMs,
    after(delayMs, run) {
      const timer = { at: nowMs + Math.max(0, delayMs), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      await readyWork();
      const until = nowMs + ms;
      for (let timer = first(); timer && timer.at <= until; timer = first()) await fire(timer);
      nowMs = until;
    },
    async next() {
      await readyWork();
      const timer = first();
      if (timer) await fire(timer);
      return !!timer;
    },
    async finish(work, limitMs = 86_400_000) {
      const until = nowMs + limitMs;
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      work.then(over, over);
      await readyWork();
      while (!isOver) {
        const timer = first();
        if (!timer) throw new Error("fakeClock: the work waits, but for no timer of this clock");
        if (timer.at > until) throw new Error(`fakeClock: the work has not ended after ${limitMs} ms`);
        await fire(timer);
      }
      return work;
    },
    pending: () => timers.size,
  };
}

/** Taken now, because a test may replace the platform's timers later. Browsers have no `setImmediate`. */
const soon: (run: () => void) => unknown =
  (globalThis as { setImmediate?: (run: () => void) => unknown }).setImmediate ?? ((run) => setTimeout(run, 0));

/** Lets all work run that waits for no timer. One turn for a stream to hand on a chunk, and a few to spare. */
async function readyWork(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise<void>((resolve) => soon(resolve));
}
