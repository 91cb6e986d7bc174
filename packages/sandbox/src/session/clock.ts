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
}
