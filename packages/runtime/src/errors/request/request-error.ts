import { FairleadError } from "../fairlead-error.ts";
import { hasErrorName } from "../has-error-name.ts";

/** The caller's input or options are wrong. Nothing was sent. */
export class RequestError extends FairleadError {
  static override readonly errorName: string = "RequestError";
}

/** Whether a value is a {@link RequestError}, also one of another installed copy. */
export function isRequestError(value: unknown): value is RequestError {
  return hasErrorName(value, "RequestError");
}
