import type { Clock } from "../../src/clock.ts";

/** A clock that moves only when a test says so. */
export class ManualClock implements Clock {
  /** Timers that wait, for tests that ask whether all were released. */
  readonly timers: Set<{ at: number; run: () => void }> = new Set();
  #now = Date.UTC(2026, 0, 1);

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { at: this.#now + delayMs, run };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Lets time pass, after everything that is ready to run has run, and runs what is due in its order. */
  async advance(ms: number): Promise<void> {
    await settle();
    const until = this.#now + ms;
    for (;;) {
      const [next] = [...this.timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.timers.delete(next);
      this.#now = next.at;
      next.run();
      await settle();
    }
    this.#now = until;
  }
}

/** Lets all work run that waits for no timer. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
