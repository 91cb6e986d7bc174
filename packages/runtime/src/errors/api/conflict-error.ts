import { hasErrorName } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 409: the resource is in a state that does not allow this. */
export class ConflictError<Body = unknown> extends ApiError<409, Body> {
  static override readonly errorName: string = "ConflictError";
}

/** Whether a value is a {@link ConflictError}, also one of another installed copy. */
export function isConflictError(value: unknown): value is ConflictError {
  return hasErrorName(value, "ConflictError");
}
