import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 403: the credentials are good, but do not allow this. */
export class PermissionDeniedError<Body = unknown> extends ApiError<403, Body> {
  static override readonly errorName: string = "PermissionDeniedError";
}

/** Whether a value is a {@link PermissionDeniedError}, also one of another installed copy, or of a call that does not declare the status. */
export function isPermissionDeniedError(value: unknown): value is PermissionDeniedError {
  return hasErrorStatus(value, "PermissionDeniedError", 403);
}
