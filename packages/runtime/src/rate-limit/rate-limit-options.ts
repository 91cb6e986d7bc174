import type { TurnSource } from "./store.ts";

/** How a client keeps to the rate limits of its server. */
export interface RateLimitOptions {
  /**
   * `pace` waits for a turn, so that the server has no reason to refuse; `observe` counts and never waits; `off` does
   * neither.
   * @default "pace"
   */
  readonly mode?: "pace" | "observe" | "off";
  /**
   * How many requests may wait for their answer at once, whatever their rate class.
   * @default 10
   */
  readonly concurrency?: number;
  /**
   * How many calls may wait for a turn of one rate class. Further ones are refused, the least urgent and newest first.
   * @default 1000
   */
  readonly maxQueue?: number;
  /**
   * Milliseconds that a call may wait for its turn. A longer wait is refused as soon as it is foreseen.
   * @default 120000
   */
  readonly maxWaitMs?: number;
  /**
   * Where turns are counted; `sharedStore(...)` counts them together with other clients.
   * @default the memory of this client
   */
  readonly store?: TurnSource;
}
