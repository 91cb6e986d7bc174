import { hasErrorName } from "../has-error-name.ts";
import { RequestError } from "./request-error.ts";

/** The URL is not on the origin of `baseUrl`. Nothing was sent. */
export class HostNotAllowedError extends RequestError {
  static override readonly errorName: string = "HostNotAllowedError";
}

/** Whether a value is a {@link HostNotAllowedError}, also one of another installed copy. */
export function isHostNotAllowedError(value: unknown): value is HostNotAllowedError {
  return hasErrorName(value, "HostNotAllowedError");
}
