import { AuthError, type Clock, type Core } from "@fairlead/runtime";
import { openSession, type Session } from "./session.ts";

/** A name and its password, which stay inside. Each client that it is given to has a session of its own. */
export interface Login {
  /**
   * Gets a session ready. It logs in when its credentials are first asked for.
   * @param core - A client of the server that sends no credentials.
   * @param clock - Where time comes from.
   */
  connect(core: Core, clock: Clock): Session;
}

/**
 * Credentials for a person with a name and a password. The client logs in at its first request, once for all calls that
 * wait for it, and anew when the server ends the session. It logs out when it is disposed, or by `endSession`.
 *
 * A name or password that the server refused is not tried again for a minute, because it bans addresses that try often.
 * @throws {AuthError} Name or password is missing, or is no text.
 * @see https://community.ynput.io/t/ayon-rest-api-guide/1268
 */
export function login(user: { readonly name: string; readonly password: string }): Login {
  const { name, password } = Object(user) as { name?: unknown; password?: unknown };
  if (typeof name !== "string" || !name || typeof password !== "string" || !password)
    throw new AuthError(undefined, "login needs a name and a password, each a text; are they set?");
  return { connect: (core, clock) => openSession(core, clock, { name, password }) };
}
