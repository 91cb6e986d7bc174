import type { RateLimitState } from "../../result.ts";
import { type ErrorSource, FairleadError } from "../fairlead-error.ts";
import { hasErrorName } from "../has-error-name.ts";

/** What an error answer tells beyond the call. */
export interface ApiErrorFacts<Status extends number> extends Partial<RateLimitState> {
  /** The HTTP status. */
  readonly status: Status;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfterMs?: number | undefined;
  /** Whether the same call may succeed later, and does no harm when it is sent twice. */
  readonly retryable?: boolean;
}

/** The parts of an error answer that stay out of logs. */
export interface ErrorAnswer<Body> {
  /** The response headers. */
  readonly headers: Headers;
  /** The decoded body. */
  readonly body: Body;
  /** The body as text. */
  readonly bodyText: string;
}

/** The server answered, and not with a 2xx. Each common status has a class of its own. */
export class ApiError<Status extends number = number, Body = unknown> extends FairleadError<ApiErrorFacts<Status>> {
  static override readonly errorName: string = "ApiError";

  /** The HTTP status. */
  declare readonly status: Status;
  /** Milliseconds that the server asks to wait, where it says so. */
  declare readonly retryAfterMs: number | undefined;

  // Private, because Node prints every own member of an uncaught error.
  readonly #answer: ErrorAnswer<Body>;

  constructor(call: ErrorSource | undefined, text: string, facts: ApiErrorFacts<Status>, answer: ErrorAnswer<Body>) {
    super(call, text, facts);
    this.#answer = answer;
  }

  /** The response headers. */
  get headers(): Headers {
    return this.#answer.headers;
  }

  /** The decoded body: parsed if it is JSON, else its text; `undefined` where there is none. Credentials are blanked. */
  get body(): Body {
    return this.#answer.body;
  }

  /** The body as text, at most 64 KiB of it. Credentials are blanked. */
  get bodyText(): string {
    return this.#answer.bodyText;
  }
}

/** Whether a value is an {@link ApiError} of any status, also one of another installed copy. */
export function isApiError(value: unknown): value is ApiError {
  return hasErrorName(value, "ApiError");
}
