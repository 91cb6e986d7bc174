import { hasErrorName } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** A status that is neither a 2xx nor an error: a redirect that was not followed, or a 1xx. */
export class UnexpectedStatusError<Status extends number = number, Body = unknown> extends ApiError<Status, Body> {
  static override readonly errorName: string = "UnexpectedStatusError";
}

/** Whether a value is an {@link UnexpectedStatusError}, also one of another installed copy. */
export function isUnexpectedStatusError(value: unknown): value is UnexpectedStatusError {
  return hasErrorName(value, "UnexpectedStatusError");
}
