import { hasErrorName } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 5xx: the server failed. */
export class ServerError<Status extends number = number, Body = unknown> extends ApiError<Status, Body> {
  static override readonly errorName: string = "ServerError";
}

/** Whether a value is a {@link ServerError}, also one of another installed copy. */
export function isServerError(value: unknown): value is ServerError {
  return hasErrorName(value, "ServerError");
}
