import type { MockTransport } from "./mock-transport.ts";
import { formsOf, type Sink, sinksOf } from "./sinks.ts";

/** Takes what a program would log; pass it wherever a logger, a listener or a `console` method is wanted. */
export type WatchedLog = (...values: unknown[]) => void;

/** Where else than in its outcome a call could give a secret away. */
export interface SecretWatch {
  /** The transport of the client: what it sent to other origins is searched. */
  readonly transport?: MockTransport;
  /**
   * The only origin that may get the secrets.
   * @default the origin of the first request
   */
  readonly origin?: string;
}

/** How a watched call ended: with a value or with an error. */
export type WatchedOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: unknown };

/**
 * Runs a call and searches all that a program could show of it: message, stack and cause of its error, `inspect`, JSON
 * and text of its outcome and of every logged value, and the requests that went to other origins. Secrets are found as
 * they are, and encoded for a URL, a form, JSON, or base64.
 * @param run - Makes the call. It gets a function that takes what is logged.
 * @param secrets - What must not be shown; each at least 8 characters, because a shorter text may be there by chance.
 * @returns How the call ended, so that a test can look at that too.
 * @throws {Error} A secret was found. The message names the places, and never shows the secret.
 * @throws {RangeError} There is no secret, or one is too short.
 */
export async function assertNoSecrets(
  run: (log: WatchedLog) => unknown,
  secrets: string | readonly string[],
  watch: SecretWatch = {},
): Promise<WatchedOutcome> {
  const wanted = [secrets].flat();
  if (!wanted.length || wanted.some((secret) => secret.length < 8))
    throw new RangeError("assertNoSecrets: give at least one secret, each of 8 characters or more");
  const sinks: Sink[] = [];
  let logged = 0;
  const log: WatchedLog = (...values) => {
    // At once: a program's log does not wait for the end either.
    for (const value of values) sinks.push(...sinksOf(`logged value ${++logged}`, value));
  };
  let outcome: WatchedOutcome;
  try {
    outcome = { ok: true, result: await run(log) };
    sinks.push(...sinksOf("the result", outcome.result));
  } catch (error) {
    outcome = { ok: false, error };
    sinks.push(...sinksOf("the error", error));
  }
  sinks.push(...foreignRequests(watch));
  const places = wanted.flatMap((secret, index) => {
    const forms = formsOf(secret);
    const found = sinks.filter(({ text }) => forms.some((form) => text.includes(form)));
    return [...new Set(found.map(({ place }) => place))].map((place) => `secret ${index + 1} in ${place}`);
  });
  // Names of members can hold a secret as well as their values.
  if (places.length) throw new Error(`assertNoSecrets found ${places.join("; ")}`);
  return outcome;
}

function foreignRequests({ transport, origin }: SecretWatch): Sink[] {
  const requests = transport?.requests ?? [];
  const home = origin ?? requests[0]?.origin;
  return requests.flatMap((request, index) => {
    if (request.origin === home) return [];
    const { url, headers, body } = request;
    const parts = [url, JSON.stringify([...headers]), ...(typeof body === "string" ? [body] : [])];
    return parts.map((text) => ({ place: `request ${index + 1}, which went to another origin`, text }));
  });
}
