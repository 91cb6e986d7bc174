import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 410: the resource existed and does not any more. */
export class GoneError<Body = unknown> extends ApiError<410, Body> {
  static override readonly errorName: string = "GoneError";
}

/** Whether a value is a {@link GoneError}, also one of another installed copy, or of a call that does not declare the status. */
export function isGoneError(value: unknown): value is GoneError {
  return hasErrorStatus(value, "GoneError", 410);
}
