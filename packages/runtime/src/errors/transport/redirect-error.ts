import { hasErrorName } from "../has-error-name.ts";
import { TransportError } from "./transport-error.ts";

/** The server sent the client to where it does not go: another host, plain http, or in circles. */
export class RedirectError extends TransportError<{ from: string; to: string | undefined }> {
  static override readonly errorName: string = "RedirectError";

  /** The origin that answered. */
  declare readonly from: string;
  /** The origin that it named, without path and query; `undefined` if that is not a URL. */
  declare readonly to: string | undefined;
}

/** Whether a value is a {@link RedirectError}, also one of another installed copy. */
export function isRedirectError(value: unknown): value is RedirectError {
  return hasErrorName(value, "RedirectError");
}
