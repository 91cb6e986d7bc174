import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 423: the resource is locked by somebody else. */
export class LockedError<Body = unknown> extends ApiError<423, Body> {
  static override readonly errorName: string = "LockedError";
}

/** Whether a value is a {@link LockedError}, also one of another installed copy, or of a call that does not declare the status. */
export function isLockedError(value: unknown): value is LockedError {
  return hasErrorStatus(value, "LockedError", 423);
}
