import { type AuthProvider, RequestError } from "@fairlead/runtime";

/**
 * The same credentials with `X-As-User` beside them, so that the name goes where they go: to the client's own server.
 * @throws {RequestError} The name is empty, has blanks around it, or has a character that no header can hold.
 */
export function asUser(auth: AuthProvider, name: string): AuthProvider {
  // What fetch sends as it is: it would take blanks off both ends.
  if (typeof name !== "string" || !/^[\x20-\x7e\xa0-\xff]+$/.test(name) || /^ | $/.test(name))
    throw new RequestError(undefined, "asUser must be one line of Latin-1 without blanks around it");
  const both: AuthProvider = async (context) => ({ ...(await auth(context)), "x-as-user": name });
  return auth.fixed ? Object.assign(both, { fixed: true as const }) : both;
}
