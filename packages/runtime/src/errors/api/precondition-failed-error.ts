import { hasErrorName } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 412: the resource has changed since it was read. */
export class PreconditionFailedError<Body = unknown> extends ApiError<412, Body> {
  static override readonly errorName: string = "PreconditionFailedError";
}

/** Whether a value is a {@link PreconditionFailedError}, also one of another installed copy. */
export function isPreconditionFailedError(value: unknown): value is PreconditionFailedError {
  return hasErrorName(value, "PreconditionFailedError");
}
