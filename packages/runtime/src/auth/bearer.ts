import { AuthError } from "../errors/auth-error.ts";
import type { AuthContext, AuthProvider } from "./auth-provider.ts";

/**
 * A provider that sends a bearer token in `Authorization`.
 * @param token - The token, or a function that gives it, asked for each request: read it from where it is renewed.
 * After a 401 it is asked once more, with `refresh` in what it is told.
 * @throws {AuthError} The token is no text, is empty, or has white space or a control character in it. For a function
 * the call fails with it instead.
 * @see https://www.rfc-editor.org/rfc/rfc6750
 */
export function bearer(token: string | ((context: AuthContext) => string | Promise<string>)): AuthProvider {
  if (typeof token === "function") return async (context) => authorization(await token(context));
  return fixedToken(token);
}

/** {@link bearer} for a token that never changes. */
export function fixedToken(token: string): AuthProvider {
  const headers = authorization(token);
  return Object.assign(() => headers, { fixed: true as const });
}

function authorization(token: unknown): { authorization: string } {
  if (typeof token === "string" && /^[\x21-\x7e]+$/.test(token)) return { authorization: `Bearer ${token}` };
  const given = token ? typeof token : JSON.stringify(token);
  throw new AuthError(undefined, `auth must be text without blanks, but is ${given}`);
}
