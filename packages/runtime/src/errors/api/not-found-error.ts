import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 404: there is no such resource, or the credentials may not see it. */
export class NotFoundError<Body = unknown> extends ApiError<404, Body> {
  static override readonly errorName: string = "NotFoundError";
}

/** Whether a value is a {@link NotFoundError}, also one of another installed copy, or of a call that does not declare the status. */
export function isNotFoundError(value: unknown): value is NotFoundError {
  return hasErrorStatus(value, "NotFoundError", 404);
}
