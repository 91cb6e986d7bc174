import { hasErrorName } from "../has-error-name.ts";
import { WaiterError } from "./waiter-error.ts";

/** The job ended as a failure; its message has what the server says about it. Waiting for it again does not help. */
export class WaiterFailedError extends WaiterError {
  static override readonly errorName: string = "WaiterFailedError";

  /** The final answer, the same as `lastState`. Logs don't show it. */
  get resource(): unknown {
    return this.lastState;
  }
}

/** Whether a value is a {@link WaiterFailedError}, also one of another installed copy. */
export function isWaiterFailedError(value: unknown): value is WaiterFailedError {
  return hasErrorName(value, "WaiterFailedError");
}
