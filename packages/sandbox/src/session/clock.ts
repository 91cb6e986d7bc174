/** How the clock of a session moves: by `advance` alone, or with real time at a speed. */
export type ClockMode = { readonly mode: "virtual" } | { readonly mode: "realtime"; readonly speed: number };

/** The clock of a session, which quotas, jobs, expiry and times read. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  readonly mode: ClockMode;
  /** Moves the clock forward, in any mode. @param by - Milliseconds, or an ISO 8601 duration such as `PT1M`. */
  advance(by: number | string): void;
  /** Changes how it moves from now on; the time itself does not jump. */
  setMode(mode: ClockMode): void;
  /**
   * Calls `listener` whenever the time was moved or set, or the mode changed: not while a realtime clock merely runs.
   * @returns A function that ends it.
   */
  onMove(listener: () => void): () => void;
  /**
   * Calls `listener` once, as soon as the clock shows `at` or later: at once if it does so already, else when it is moved
   * there or, in mode `realtime`, runs there. The wait does not keep the process alive.
   * @param at - Milliseconds since 1970-01-01 UTC.
   * @returns A function that ends it.
   */
  onReach(at: number, listener: () => void): () => void;
}
