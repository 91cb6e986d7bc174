import { FairleadError } from "../fairlead-error.ts";
import { hasErrorName } from "../has-error-name.ts";

/** No complete answer came back. The server may have done what was asked. */
export class TransportError<Own extends object = object> extends FairleadError<Own> {
  static override readonly errorName: string = "TransportError";
}

/** Whether a value is a {@link TransportError}, also one of another installed copy. */
export function isTransportError(value: unknown): value is TransportError {
  return hasErrorName(value, "TransportError");
}
