import { type ErrorSource, FairleadError } from "./fairlead-error.ts";
import { hasErrorName } from "./has-error-name.ts";

/** What a {@link DecodeError} tells of the answer. */
export interface DecodeErrorFacts {
  /** The HTTP status, a 2xx. */
  readonly status: number;
  /** The answer's `content-type`. */
  readonly contentType: string | null;
}

/** A 2xx answer whose body is not what the document declares, such as a login page instead of JSON. */
export class DecodeError extends FairleadError<DecodeErrorFacts> {
  static override readonly errorName: string = "DecodeError";

  /** The HTTP status, a 2xx. */
  declare readonly status: number;
  /** The answer's `content-type`, or `null` without one. */
  declare readonly contentType: string | null;

  // Private, because Node prints every own member of an uncaught error.
  readonly #bodyText: string;

  constructor(call: ErrorSource | undefined, text: string, facts: DecodeErrorFacts, bodyText: string) {
    super(call, text, facts);
    this.#bodyText = bodyText;
  }

  /** The first 1,024 characters of the body. Credentials are blanked. */
  get bodyText(): string {
    return this.#bodyText;
  }
}

/** Whether a value is a {@link DecodeError}, also one of another installed copy. */
export function isDecodeError(value: unknown): value is DecodeError {
  return hasErrorName(value, "DecodeError");
}
