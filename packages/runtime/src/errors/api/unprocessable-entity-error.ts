import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 422: the request is well formed, but its values are refused. */
export class UnprocessableEntityError<Body = unknown> extends ApiError<422, Body> {
  static override readonly errorName: string = "UnprocessableEntityError";
}

/** Whether a value is a {@link UnprocessableEntityError}, also one of another installed copy, or of a call that does not declare the status. */
export function isUnprocessableEntityError(value: unknown): value is UnprocessableEntityError {
  return hasErrorStatus(value, "UnprocessableEntityError", 422);
}
