import { FairleadError } from "./fairlead-error.ts";
import { hasErrorName } from "./has-error-name.ts";

/**
 * There are no usable credentials: the token is empty, or the provider failed. Nothing was sent.
 * What a provider threw is told by its name only, because its text may hold a secret.
 */
export class AuthError extends FairleadError {
  static override readonly errorName: string = "AuthError";
}

/** Whether a value is an {@link AuthError}, also one of another installed copy. */
export function isAuthError(value: unknown): value is AuthError {
  return hasErrorName(value, "AuthError");
}
