import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 401: the credentials are missing, wrong or expired. */
export class AuthenticationError<Body = unknown> extends ApiError<401, Body> {
  static override readonly errorName: string = "AuthenticationError";
}

/** Whether a value is a {@link AuthenticationError}, also one of another installed copy, or of a call that does not declare the status. */
export function isAuthenticationError(value: unknown): value is AuthenticationError {
  return hasErrorStatus(value, "AuthenticationError", 401);
}
