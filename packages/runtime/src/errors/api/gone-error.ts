import { hasErrorName } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 410: the resource existed and does not any more. */
export class GoneError<Body = unknown> extends ApiError<410, Body> {
  static override readonly errorName: string = "GoneError";
}

/** Whether a value is a {@link GoneError}, also one of another installed copy. */
export function isGoneError(value: unknown): value is GoneError {
  return hasErrorName(value, "GoneError");
}
