import { FairleadError } from "./fairlead-error.ts";
import { hasErrorName } from "./has-error-name.ts";

/** What a {@link RateLimitQueueError} tells of the queue. */
export interface RateLimitQueueErrorFacts {
  /** The rate class whose turn the call waited for; `undefined` where the operation has none. */
  readonly rateClass: string | undefined;
  /** Milliseconds that the wait would have taken, where that is known. */
  readonly retryAfterMs: number | undefined;
}

/**
 * The call got no turn of its rate class: too many calls wait, or the wait would be longer than the call may take.
 * What it wanted to send next was not sent.
 */
export class RateLimitQueueError extends FairleadError<RateLimitQueueErrorFacts> {
  static override readonly errorName: string = "RateLimitQueueError";

  /** The rate class whose turn the call waited for; `undefined` where the operation has none. */
  declare readonly rateClass: string | undefined;
  /** Milliseconds that the wait would have taken, where that is known. */
  declare readonly retryAfterMs: number | undefined;
}

/** Whether a value is a {@link RateLimitQueueError}, also one of another installed copy. */
export function isRateLimitQueueError(value: unknown): value is RateLimitQueueError {
  return hasErrorName(value, "RateLimitQueueError");
}
