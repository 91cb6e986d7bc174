import { hasErrorName } from "../has-error-name.ts";
import { WaiterError } from "./waiter-error.ts";

/** The caller ended the wait; the job goes on. Its `name` is `AbortError`, as that of the platform's own aborts. */
export class WaiterAbortedError extends WaiterError {
  static override readonly errorName: string = "WaiterAbortedError";

  /** `AbortError`. */
  override get name(): string {
    return "AbortError";
  }

  /** The reason that the caller gave to `abort()`. */
  get reason(): unknown {
    return this.cause;
  }
}

/** Whether a value is a {@link WaiterAbortedError}, also one of another installed copy. */
export function isWaiterAbortedError(value: unknown): value is WaiterAbortedError {
  return hasErrorName(value, "WaiterAbortedError");
}
