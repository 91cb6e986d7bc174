import { hasErrorName } from "../has-error-name.ts";
import { TransportError } from "./transport-error.ts";

/**
 * What went wrong with a connection; `other` also stands for what a runtime does not tell. `timeout` is a limit of the
 * platform's own: of the connecting, or that of Node's fetch, which waits 300 s for the headers of an answer.
 */
export type ConnectionErrorKind = "dns" | "refused" | "timeout" | "reset" | "tls" | "other";

/** The connection could not be made, or broke before the answer was complete. */
export class ConnectionError extends TransportError<{ kind: ConnectionErrorKind; origin: string }> {
  static override readonly errorName: string = "ConnectionError";

  /** What went wrong; with `dns` and `refused` the server has not seen the request. */
  declare readonly kind: ConnectionErrorKind;
  /** Scheme, host and port that were tried. */
  declare readonly origin: string;
}

/** Whether a value is a {@link ConnectionError}, also one of another installed copy. */
export function isConnectionError(value: unknown): value is ConnectionError {
  return hasErrorName(value, "ConnectionError");
}
