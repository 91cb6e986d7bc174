import type { Call } from "../call.ts";
import { ApiError, type ApiErrorFacts, type ErrorAnswer } from "../errors/api/api-error.ts";
import { AuthenticationError } from "../errors/api/authentication-error.ts";
import { BadRequestError } from "../errors/api/bad-request-error.ts";
import { ConflictError } from "../errors/api/conflict-error.ts";
import { GoneError } from "../errors/api/gone-error.ts";
import { LockedError } from "../errors/api/locked-error.ts";
import { NotFoundError } from "../errors/api/not-found-error.ts";
import { PayloadTooLargeError } from "../errors/api/payload-too-large-error.ts";
import { PaymentRequiredError } from "../errors/api/payment-required-error.ts";
import { PermissionDeniedError } from "../errors/api/permission-denied-error.ts";
import { PreconditionFailedError } from "../errors/api/precondition-failed-error.ts";
import { RateLimitError } from "../errors/api/rate-limit-error.ts";
import { ServerError } from "../errors/api/server-error.ts";
import { UnexpectedStatusError } from "../errors/api/unexpected-status-error.ts";
import { UnprocessableEntityError } from "../errors/api/unprocessable-entity-error.ts";
import type { ErrorFacts } from "../errors/fairlead-error.ts";
import { parseJson } from "./json.ts";
import { readRetryAfter } from "./rate-limit-state.ts";

type ApiErrorClass = new (
  message: string,
  facts: ErrorFacts & ApiErrorFacts<never>,
  answer: ErrorAnswer<unknown>,
) => ApiError;

/** The class of each status that has one of its own. */
const CLASSES: { readonly [status: number]: ApiErrorClass } = {
  400: BadRequestError,
  401: AuthenticationError,
  402: PaymentRequiredError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  410: GoneError,
  412: PreconditionFailedError,
  413: PayloadTooLargeError,
  422: UnprocessableEntityError,
  423: LockedError,
  429: RateLimitError,
};

/** Statuses after which the same call may succeed. */
const TRANSIENT = /408|425|429|50[0234]/;

/** Characters of a body that are kept as text. */
const MAX_TEXT = 65_536;

/** Makes the error of an answer that is no 2xx. */
export function apiErrorOf(call: Call, response: Response, rawText: string): ApiError {
  const { status, headers } = response;
  const text = call.scrub(rawText);
  let body: unknown = text || undefined;
  try {
    body = parseJson(text);
  } catch {
    // Not JSON: the text is all there is.
  }
  const { target, rateLimit, engine } = call;
  const isLimited = status === 429 || status === target.rateLimit?.exceedStatus;
  const nowMs = engine.clock.now();
  let retryAfterMs = readRetryAfter(headers, nowMs);
  if (isLimited && rateLimit?.resetAt) retryAfterMs ??= Math.max(0, rateLimit.resetAt.getTime() - nowMs);
  const type: ApiErrorClass = isLimited
    ? RateLimitError
    : (CLASSES[status] ?? (status < 400 ? UnexpectedStatusError : status < 500 ? ApiError : ServerError));
  const facts = call.facts(TRANSIENT.test(`${status}`), isLimited);
  const wait = retryAfterMs === undefined ? "" : `; retry in ${Math.ceil(retryAfterMs / 1000)} s`;
  return new type(
    call.message(`${status} ${reasonIn(body) || response.statusText}${wait}`),
    { ...facts, ...(isLimited && rateLimit), status: status as never, retryAfterMs },
    { headers, body, bodyText: text.slice(0, MAX_TEXT) },
  );
}

/** The sentence in which a body explains itself, in the places where APIs put it. */
function reasonIn(body: unknown): string {
  const { error, message, detail, title } = Object(body);
  const reason = [message, error?.message, error, detail, title].find((text) => typeof text === "string");
  return (reason ?? "").replace(/[\s\p{Cc}]+/gu, " ").slice(0, 200);
}
