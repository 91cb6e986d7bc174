/**
 * One event on its way to one receiver, as tests and the control plane see it. The key of its signature is nowhere in it.
 */
export interface Delivery {
  readonly id: string;
  readonly api: string;
  /** Name of the event, such as `project.created`. */
  readonly event: string;
  /** Key of the entity that asked to be told. */
  readonly receiver: string;
  /** Its address; user, password and the values of its query are masked. */
  readonly url: string;
  /** When the event happened: milliseconds since 1970-01-01 UTC on the session clock. */
  readonly at: number;
  /**
   * `pending`: attempts follow. `delivered`: the receiver took it. `failed`: no attempt is left, or the event can't be
   * sent at all. `dropped`: the receiver is gone. `held`: the sandbox sends nothing by itself.
   */
  readonly state: DeliveryState;
  /** What was tried, oldest first. */
  readonly attempts: readonly DeliveryAttempt[];
  /** When the next attempt is due, on the session clock; only where one is. */
  readonly nextAt?: number;
  /** What is sent, as JSON. */
  readonly body: unknown;
  /** The delivery that this one repeats. */
  readonly replayOf?: string;
  /** Why nothing was sent, where the event itself is at fault. */
  readonly error?: string;
}

/** How far a delivery is. */
export type DeliveryState = "pending" | "delivered" | "failed" | "dropped" | "held";

/** One attempt to deliver. */
export interface DeliveryAttempt {
  /** When it was due: milliseconds since 1970-01-01 UTC on the session clock. */
  readonly at: number;
  /** How long it took, in milliseconds of real time. */
  readonly durationMs: number;
  /** HTTP status of the answer; absent where none came. */
  readonly status?: number;
  /** Why no answer came, or why it does not count. */
  readonly error?: string;
}

/** Which deliveries are meant. */
export interface DeliveryFilter {
  readonly event?: string;
  readonly receiver?: string;
  readonly state?: DeliveryState;
}
