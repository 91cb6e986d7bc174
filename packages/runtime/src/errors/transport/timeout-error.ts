import { hasErrorName } from "../has-error-name.ts";
import { TransportError } from "./transport-error.ts";

/** The part of a call that took too long. */
export type TimeoutPhase = "headers" | "body" | "total";

/** A part of the call took longer than its limit. */
export class TimeoutError extends TransportError<{ phase: TimeoutPhase; limitMs: number }> {
  static override readonly errorName: string = "TimeoutError";

  /** `headers`: no answer began; `body`: no further byte of it came; `total`: the whole call. */
  declare readonly phase: TimeoutPhase;
  /** The limit in milliseconds. */
  declare readonly limitMs: number;
}

/** Whether a value is a {@link TimeoutError}, also one of another installed copy. */
export function isTimeoutError(value: unknown): value is TimeoutError {
  return hasErrorName(value, "TimeoutError");
}
