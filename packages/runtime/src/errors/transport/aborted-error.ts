import { hasErrorName } from "../has-error-name.ts";
import { TransportError } from "./transport-error.ts";

/** The caller's signal aborted. Its `name` is `AbortError`, as that of the platform's own aborts. */
export class AbortedError extends TransportError {
  static override readonly errorName: string = "AbortedError";

  /** `AbortError`. */
  override get name(): string {
    return "AbortError";
  }

  /** The reason that the caller gave to `abort()`. */
  get reason(): unknown {
    return this.cause;
  }
}

/** Whether a value is an {@link AbortedError}, also one of another installed copy. */
export function isAbortedError(value: unknown): value is AbortedError {
  return hasErrorName(value, "AbortedError");
}
