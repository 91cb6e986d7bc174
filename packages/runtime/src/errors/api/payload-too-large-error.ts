import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 413: the request body is larger than the server takes. */
export class PayloadTooLargeError<Body = unknown> extends ApiError<413, Body> {
  static override readonly errorName: string = "PayloadTooLargeError";
}

/** Whether a value is a {@link PayloadTooLargeError}, also one of another installed copy, or of a call that does not declare the status. */
export function isPayloadTooLargeError(value: unknown): value is PayloadTooLargeError {
  return hasErrorStatus(value, "PayloadTooLargeError", 413);
}
