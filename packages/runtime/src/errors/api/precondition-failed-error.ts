import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 412: the resource has changed since it was read. */
export class PreconditionFailedError<Body = unknown> extends ApiError<412, Body> {
  static override readonly errorName: string = "PreconditionFailedError";
}

/** Whether a value is a {@link PreconditionFailedError}, also one of another installed copy, or of a call that does not declare the status. */
export function isPreconditionFailedError(value: unknown): value is PreconditionFailedError {
  return hasErrorStatus(value, "PreconditionFailedError", 412);
}
