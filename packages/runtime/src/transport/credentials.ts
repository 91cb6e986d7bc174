import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { AuthError } from "../errors/auth-error.ts";
import { FairleadError } from "../errors/fairlead-error.ts";
import { isHeader } from "../request/header.ts";

/**
 * Asks the provider for the headers that prove who is calling, and keeps their values out of every text from here on.
 * @throws {AuthError} The provider failed, or gave what cannot stand in a header.
 */
export async function credentials(call: Call, { race, signal }: Deadline): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  try {
    const ask = async () => call.engine.auth({ ...call.names, signal });
    for (const [name, value] of Object.entries(await race(ask()))) {
      if (!isHeader(name, value)) throw new TypeError();
      call.keepSecret(value);
      headers[name.toLowerCase()] = value;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    const why = error instanceof FairleadError ? error.message : `the provider failed (${(error as Error)?.name})`;
    throw new AuthError(call, `no credentials, ${why}`);
  }
  return headers;
}
