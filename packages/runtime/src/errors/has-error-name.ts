import type { ApiError } from "./api/api-error.ts";
import type { FairleadError } from "./fairlead-error.ts";

/**
 * Whether a value is an error of this library whose class, or an ancestor of it, has the name.
 * Names instead of `instanceof`, so that errors of another installed copy count.
 */
export function hasErrorName(value: unknown, name: string): value is FairleadError {
  if (!(value instanceof Error) || !(Symbol.for("fairlead.error") in value)) return false;
  let type = value.constructor as typeof FairleadError | null;
  while (type !== null && type.errorName !== name) type = Object.getPrototypeOf(type);
  return type !== null;
}

/**
 * Whether a value is an error of the class of one status. An operation whose document does not declare the status gives
 * it as a plain ApiError, which counts.
 */
export function hasErrorStatus(value: unknown, name: string, status: number): value is ApiError {
  if (hasErrorName(value, name)) return true;
  return hasErrorName(value, "ApiError") && value.name === "ApiError" && (value as ApiError).status === status;
}

/** Whether a value is an error of this library, also one of another installed copy. */
export function isFairleadError(value: unknown): value is FairleadError {
  return hasErrorName(value, "FairleadError");
}
