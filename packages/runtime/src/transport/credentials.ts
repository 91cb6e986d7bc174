import type { Credentials } from "../auth/auth-provider.ts";
import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { AuthError } from "../errors/auth-error.ts";
import { FairleadError } from "../errors/fairlead-error.ts";
import { setHeader } from "../request/header.ts";

/** The renewals of a client's credentials. */
export interface Renewal {
  /** How many have ended. */
  count: number;
  /** The one under way. */
  flight?: Promise<Credentials> | undefined;
}

/**
 * Asks the provider for the headers that prove who is calling, and keeps their values out of every text from here on.
 * @param refused - How many renewals had ended when those were asked for that the server refused. If none has ended
 * since, the provider is told to renew them.
 * @throws {AuthError} The provider failed, or gave what cannot stand in a header.
 */
export async function credentials(
  call: Call,
  { race, signal }: Deadline,
  refused?: number,
): Promise<Record<string, string>> {
  const { auth, renewal } = call.engine;
  const headers: Record<string, string> = {};
  try {
    const ask = async () => (refused === renewal.count ? renew(call) : auth({ ...call.names, signal }));
    for (const [name, value] of Object.entries(await race(ask()))) {
      setHeader(call, headers, name, value);
      call.keepSecret(value);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    // Of an error that is not ours only the name, because its text may hold a secret.
    throw new AuthError(
      call,
      `no credentials, ${error instanceof FairleadError ? error.message : `provider threw ${(error as Error)?.name}`}`,
    );
  }
  return headers;
}

/** The one renewal under way, begun by the first call that was refused. */
function renew({ engine: { auth, clock, renewal }, names }: Call): Promise<Credentials> {
  if (!renewal.flight) {
    const controller = new AbortController();
    // As long as a request may be silent. Without an end, one lost answer would keep all later calls waiting for it.
    const cancel = clock.after(30_000, () => controller.abort());
    const ask = async () => auth({ ...names, signal: controller.signal, refresh: true });
    renewal.flight = ask().finally(() => {
      cancel();
      renewal.count++;
      renewal.flight = undefined;
    });
  }
  return renewal.flight;
}
