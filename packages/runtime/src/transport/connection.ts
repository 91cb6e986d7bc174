import type { Call } from "../call.ts";
import { FairleadError } from "../errors/fairlead-error.ts";
import { ConnectionError, type ConnectionErrorKind } from "../errors/transport/connection-error.ts";

/**
 * The error for whatever fetch or a body threw: ours as it is, else a {@link ConnectionError}. The cause is kept unless
 * one of its texts has in it what must not be shown.
 */
export function connectionError(call: Call, cause: unknown): FairleadError {
  if (cause instanceof FairleadError) return cause;
  let error = cause as (Error & { code?: unknown }) | undefined;
  let text = "";
  // Five deep is deeper than any runtime goes, and ends where a cause is its own cause.
  for (let depth = 0; error && depth < 5; depth++) {
    text += `${error.code} ${error.message ?? error} `;
    error = error.cause as typeof error;
  }
  // By words in the codes and texts of Node, Bun and Deno; the first that fits wins.
  const kind: ConnectionErrorKind = /ENOTFOUND|EAI_|dns/i.test(text)
    ? "dns"
    : /refused/i.test(text)
      ? "refused"
      : /timed?.?out/i.test(text)
        ? "timeout"
        : /RESET|EPIPE|SOCKET|closed|terminated/i.test(text)
          ? "reset"
          : /CERT|TLS|SSL|SIGN/i.test(text)
            ? "tls"
            : "other";
  const origin = call.origin;
  // With the first two, and with no connection in time, the server has not seen the request.
  const retryable = /dns|refused/.test(kind) || /connect.e?timed?out/i.test(text) || (call.canRepeat && kind !== "tls");
  return new ConnectionError(
    call,
    `no answer from ${origin} (${kind}); check baseUrl`,
    { retryable, kind, origin },
    call.scrub(text) === text ? { cause } : undefined,
  );
}
