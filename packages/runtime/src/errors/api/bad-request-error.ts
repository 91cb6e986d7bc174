import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 400: the server does not accept the request as it is. */
export class BadRequestError<Body = unknown> extends ApiError<400, Body> {
  static override readonly errorName: string = "BadRequestError";
}

/** Whether a value is a {@link BadRequestError}, also one of another installed copy, or of a call that does not declare the status. */
export function isBadRequestError(value: unknown): value is BadRequestError {
  return hasErrorStatus(value, "BadRequestError", 400);
}
