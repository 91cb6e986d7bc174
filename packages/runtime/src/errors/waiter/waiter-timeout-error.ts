import { hasErrorName } from "../has-error-name.ts";
import { WaiterError } from "./waiter-error.ts";

/** The job did not end within `maxWaitMs`. It goes on; `tally` tells what it did meanwhile. */
export class WaiterTimeoutError extends WaiterError {
  static override readonly errorName: string = "WaiterTimeoutError";
}

/** Whether a value is a {@link WaiterTimeoutError}, also one of another installed copy. */
export function isWaiterTimeoutError(value: unknown): value is WaiterTimeoutError {
  return hasErrorName(value, "WaiterTimeoutError");
}
