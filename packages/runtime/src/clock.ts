/** Where the runtime takes its time from. Tests pass one of their own, so that none has to wait. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs a function after some milliseconds, unless the function that it gives back is called first. */
  after(delayMs: number, run: () => void): () => void;
}

/** Real time. Its timers never keep a Node process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer: unknown = setTimeout(run, delayMs);
    (timer as { unref?: () => void }).unref?.();
    return () => clearTimeout(timer as number);
  },
};
