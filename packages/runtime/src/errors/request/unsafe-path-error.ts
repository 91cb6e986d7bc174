import { hasErrorName } from "../has-error-name.ts";
import { RequestError } from "./request-error.ts";

/** A path value could lead to another path: it is empty, a dot segment, or has a slash or a control character in it. Nothing was sent. */
export class UnsafePathError extends RequestError {
  static override readonly errorName: string = "UnsafePathError";
}

/** Whether a value is an {@link UnsafePathError}, also one of another installed copy. */
export function isUnsafePathError(value: unknown): value is UnsafePathError {
  return hasErrorName(value, "UnsafePathError");
}
