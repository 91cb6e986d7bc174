import { FairleadError } from "./fairlead-error.ts";
import { hasErrorName } from "./has-error-name.ts";

/** Why a list could not be walked to its end; see {@link PaginationError.kind}. */
export type PaginationErrorKind = "loop" | "pageLimit" | "itemLimit" | "foreignHost";

/** A list was not walked to its end. The pages that came before are whole; nothing was cut off silently. */
export class PaginationError extends FairleadError<{ kind: PaginationErrorKind }> {
  static override readonly errorName: string = "PaginationError";

  /**
   * `loop`: the next page was there already, has nothing new on it, or cannot be asked for. `pageLimit` and `itemLimit`:
   * the list is longer than `maxPages` or `max`. `foreignHost`: the next page is on another host than the client's.
   */
  declare readonly kind: PaginationErrorKind;
}

/** Whether a value is a {@link PaginationError}, also one of another installed copy. */
export function isPaginationError(value: unknown): value is PaginationError {
  return hasErrorName(value, "PaginationError");
}
