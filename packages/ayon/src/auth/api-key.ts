import { type AuthContext, AuthError, type AuthProvider, type Credentials } from "@fairlead/runtime";

/**
 * A provider that sends a key in `X-Api-Key`: a user's own, or that of a service, the only one that may set `asUser`.
 * @param key - The key, or a function that gives it, asked for each request: read it from where it is renewed. After a
 * 401 it is asked once more, with `refresh` in what it is told.
 * @throws {AuthError} The key is no text, is empty, or has white space or a control character in it. For a function the
 * call fails with it instead.
 * @see https://community.ynput.io/t/ayon-rest-api-guide/1268
 */
export function apiKey(key: string | ((context: AuthContext) => string | Promise<string>)): AuthProvider {
  if (typeof key === "function") return async (context) => keyHeader(await key(context));
  const headers = keyHeader(key);
  return Object.assign(() => headers, { fixed: true as const });
}

function keyHeader(key: unknown): Credentials {
  if (typeof key === "string" && /^[\x21-\x7e]+$/.test(key)) return { "x-api-key": key };
  const given = key ? typeof key : JSON.stringify(key);
  throw new AuthError(undefined, `The API key must be text without blanks, but is ${given}; is it set?`);
}
