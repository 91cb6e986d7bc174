import type { ApiError } from "./errors/api/api-error.ts";
import type { AuthError } from "./errors/auth-error.ts";
import type { DecodeError } from "./errors/decode-error.ts";
import type { RateLimitQueueError } from "./errors/rate-limit-queue-error.ts";
import type { RequestError } from "./errors/request/request-error.ts";
import type { TransportError } from "./errors/transport/transport-error.ts";

/** A 2xx answer with its decoded body. */
export interface Success<Status extends number, Data> {
  /** Tells a success from the two failures. */
  readonly ok: true;
  /** The HTTP status. */
  readonly status: Status;
  /** The decoded body; `undefined` where the answer has none. */
  readonly data: Data;
  /** The response headers as the server wrote them: `inspect` shows them, `set-cookie` too, so log `meta` instead. */
  readonly headers: Headers;
  /** The response as fetch gave it; its body is read already. `inspect` shows its headers and its whole URL. */
  readonly response: Response;
  /** What the call cost. */
  readonly meta: Meta;
}

/** An answer that is not a 2xx. */
export interface Failure<Status extends number, Body> {
  /** Tells a success from the two failures. */
  readonly ok: false;
  /** The HTTP status. */
  readonly status: Status;
  /** The error that the throwing form throws; the vendor's body is `error.body`. */
  readonly error: ApiError<Status, Body>;
  /** The response headers as the server wrote them: `inspect` shows them, `set-cookie` too, so log `meta` instead. */
  readonly headers: Headers;
  /** The response as fetch gave it; its body is read already. `inspect` shows its headers and its whole URL. */
  readonly response: Response;
  /** What the call cost. */
  readonly meta: Meta;
}

/** No usable HTTP answer: nothing was sent, nothing came back, or the body is not what the document declares. */
export interface NoAnswer {
  /** Tells a success from the two failures. */
  readonly ok: false;
  /** Always 0, so that `status` alone tells all members apart. */
  readonly status: 0;
  /** The error that the throwing form throws. */
  readonly error: TransportError | RequestError | RateLimitQueueError | AuthError | DecodeError;
  /** What the call cost. */
  readonly meta: Meta;
}

/** What a call cost, and what its answer says about the account. */
export interface Meta {
  /** How many times the request was sent; redirects that were followed are not counted. */
  readonly attempts: number;
  /** Milliseconds from the start of the call to its result. */
  readonly elapsedMs: number;
  /** Milliseconds of that in waits between two attempts. */
  readonly totalDelayMs: number;
  /** Milliseconds of that in waits for a turn of the rate class. */
  readonly queuedMs: number;
  /** The server's name for this request, for its support. */
  readonly requestId: string | undefined;
  /** The window of the rate limit, where the operation's class declares headers and the answer has them. */
  readonly rateLimit: RateLimitState | undefined;
}

/** One window of a rate limit, as the answer's headers tell it. */
export interface RateLimitState {
  /** The rate class of the operation. */
  readonly rateClass: string;
  /** Calls per window. */
  readonly limit: number | undefined;
  /** Calls left in this window. */
  readonly remaining: number | undefined;
  /** When the window ends. */
  readonly resetAt: Date | undefined;
}

/** The registered 4xx and 5xx codes. @see https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml */
export type ErrorStatus =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418)
  | (421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451)
  | (500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511);

/**
 * The statuses that a `default` response stands for: the registered error codes without those that the operation lists.
 * At run time any number may arrive, so an exhaustive `switch` keeps its default branch.
 */
export type OtherStatus<Listed extends number> = Exclude<ErrorStatus, Listed>;
