/** Where the runtime takes its time from. Tests pass one of their own, so that none has to wait. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Runs a function after some milliseconds, unless the function that it gives back is called first.
   * @param holds - Whether a program must not end before: a call that waits for its turn has nothing else that holds it.
   */
  after(delayMs: number, run: () => void, holds?: boolean): () => void;
}

/** Real time. A limit never keeps a Node process alive, a wait does. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run, holds) {
    const timer: unknown = setTimeout(run, delayMs);
    if (!holds) (timer as { unref?: () => void }).unref?.();
    return () => clearTimeout(timer as number);
  },
};
