import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import type { RateLimitState } from "../result.ts";

/** How urgent a call is: 0 is asked for by a person, 1 is usual, 2 is background work such as the polls of a job. */
export type Priority = 0 | 1 | 2;

/** A turn to send. */
export interface Slot {
  /** Milliseconds that the call waited for it. */
  readonly queuedMs: number;
  /**
   * Gives the turn back; called once, when the answer's headers are here or nothing came.
   * @param response - The answer; undefined where there is none.
   * @param seen - What the answer tells of the window.
   */
  leave(response: Response | undefined, seen: RateLimitState | undefined): void;
}

/** Decides when a call may be sent, so that the server has no reason to refuse it. */
export interface Limiter {
  /**
   * Waits for a turn of the call's rate class.
   * @param maxWaitMs - The longest wait, in milliseconds; the limiter's own where it is undefined.
   * @throws {RateLimitQueueError} Too many calls wait, or the wait would be too long; nothing was sent.
   * @throws {AbortedError} The caller aborted while the call waited.
   * @throws {TimeoutError} The call's time ended while it waited.
   */
  enter(call: Call, deadline: Deadline, priority: Priority, maxWaitMs: number | undefined): Promise<Slot>;
}
