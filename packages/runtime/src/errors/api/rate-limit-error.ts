import { hasErrorName } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** The quota is used up: 429, or the status that the operation's rate class declares. `retryAfterMs` says how long to wait. */
export class RateLimitError<Status extends number = 429, Body = unknown> extends ApiError<Status, Body> {
  static override readonly errorName: string = "RateLimitError";

  /** Calls per window, where the server says it. */
  declare readonly limit: number | undefined;
  /** Calls left in this window, where the server says it. */
  declare readonly remaining: number | undefined;
  /** When the window ends, where the server says it. */
  declare readonly resetAt: Date | undefined;
  /** The rate class of the operation. */
  declare readonly rateClass: string | undefined;
}

/** Whether a value is a {@link RateLimitError}, also one of another installed copy. */
export function isRateLimitError(value: unknown): value is RateLimitError<number> {
  return hasErrorName(value, "RateLimitError");
}
