import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 409: the resource is in a state that does not allow this. */
export class ConflictError<Body = unknown> extends ApiError<409, Body> {
  static override readonly errorName: string = "ConflictError";
}

/** Whether a value is a {@link ConflictError}, also one of another installed copy, or of a call that does not declare the status. */
export function isConflictError(value: unknown): value is ConflictError {
  return hasErrorStatus(value, "ConflictError", 409);
}
