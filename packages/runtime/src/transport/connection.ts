import type { Call } from "../call.ts";
import { ConnectionError, type ConnectionErrorKind } from "../errors/transport/connection-error.ts";

/** Words in the codes and texts of failures, of Node, Bun and Deno; the first that fits wins. */
const KINDS: readonly (readonly [ConnectionErrorKind, RegExp])[] = [
  ["dns", /ENOTFOUND|EAI_|dns/i],
  ["refused", /refused/i],
  ["reset", /RESET|EPIPE|SOCKET|closed|terminated/i],
  ["tls", /CERT|TLS|SSL|SIGN/i],
];

/** Makes an error of whatever fetch or a body threw. The cause is kept unless a credential stands in it. */
export function connectionError(call: Call, origin: string, cause: unknown): ConnectionError {
  let text = "";
  let error = cause as (Error & { code?: unknown }) | undefined;
  // Five deep is deeper than any runtime goes, and ends where a cause is its own cause.
  for (let depth = 0; error && depth < 5; depth++) {
    text += `${error.code} ${error.message ?? error} `;
    error = error.cause as typeof error;
  }
  const kind = KINDS.find(([, words]) => words.test(text))?.[0] ?? "other";
  const unseen = kind === "dns" || kind === "refused";
  return new ConnectionError(
    call.message(`no answer from ${origin} (${kind}); check baseUrl and that the server runs`),
    { ...call.facts(kind !== "tls", unseen), kind, origin },
    call.scrub(text) === text ? cause : undefined,
  );
}
