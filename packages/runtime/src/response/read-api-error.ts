import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { ApiError } from "../errors/api/api-error.ts";
import { RateLimitError } from "../errors/api/rate-limit-error.ts";
import { ServerError } from "../errors/api/server-error.ts";
import { UnexpectedStatusError } from "../errors/api/unexpected-status-error.ts";
import type { ApiErrorClass } from "../operation-row.ts";
import { readRefusal } from "../retry/read-refusal.ts";
import { parseJson } from "./json.ts";
import { readText } from "./read-text.ts";

/**
 * Makes the error of an answer that is no 2xx.
 * @throws {AbortedError} The caller's signal aborted while the body was read.
 */
export async function readApiError(call: Call, deadline: Deadline, response: Response): Promise<ApiError> {
  const { status, statusText, headers } = response;
  const text = call.blank(await readText(call, deadline, response));
  let body: unknown = text || undefined;
  try {
    body = parseJson(text);
  } catch {
    // Not JSON: the text is all there is.
  }
  const { isLimited, hintMs: retryAfterMs, retryable } = readRefusal(call, response);
  const type: ApiErrorClass = isLimited
    ? RateLimitError
    : (call.target.errors?.[status] ?? (status < 400 ? UnexpectedStatusError : status < 500 ? ApiError : ServerError));
  const location = status < 400 && headers.get("location");
  let message = `${status} ${reasonIn(body) || statusText}`.trim();
  // Where a redirect that was not followed points to: the origin only, because a query may hold a secret.
  if (location)
    message += `; it points to ${call.engine.checkUrl(location, call.engine.baseUrl)?.origin ?? "no https URL"}; check baseUrl`;
  if (retryAfterMs !== undefined) message += `, retry in ${Math.ceil(retryAfterMs / 1000)} s`;
  return new type(
    call,
    message,
    { retryable, ...(isLimited && call.rateLimit), status: status as never, retryAfterMs },
    { headers, body, bodyText: text.slice(0, 65_536) },
  );
}

/** The sentence in which a body explains itself, in the places where APIs put it. */
function reasonIn(body: unknown): string {
  const { error, message, detail, title } = Object(body);
  const reason = [message, error?.message, error, detail, title].find((text) => typeof text === "string");
  return (reason ?? "").replace(/[\s\p{Cc}]+/gu, " ").slice(0, 200);
}
