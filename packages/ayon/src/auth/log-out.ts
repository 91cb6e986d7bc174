import { asNothing, type Core, type OperationFunction, operation } from "@fairlead/runtime";

const send = operation<OperationFunction>({ id: "logout", method: "POST", path: "/api/auth/logout", parse: asNothing });

/**
 * Ends the session of a login, which may be under way; without a login nothing is sent. It never rejects: whoever ends a
 * session has no more use for the server, and the server ends an idle one by itself.
 */
export async function logOut(core: Core, login: Promise<string> | undefined): Promise<void> {
  try {
    const token = await login;
    if (!token) return;
    const headers = { authorization: `Bearer ${token}` };
    // Once, and for five seconds: long enough for a slow server, and short enough for a program that wants to end.
    await send(core, {}, { headers, retry: false, timeoutMs: 5000 });
  } catch {
    // No login, or a server that is gone.
  }
}
