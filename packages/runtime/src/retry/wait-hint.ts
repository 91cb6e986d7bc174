import { readResetAt, readRetryAfter } from "../response/rate-limit-state.ts";

/**
 * How long an answer asks to wait: `retry-after-ms`, else `Retry-After`, else what is left of the window by
 * `X-RateLimit-Reset`.
 * @param isLimited - Whether the answer is the refusal of a rate limit. Servers tell of the window in every answer, so
 * only there its end is a wish to wait.
 * @returns Milliseconds from 0; `undefined` where the answer asks for nothing.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function waitHint(headers: Headers, nowMs: number, isLimited = true): number | undefined {
  return readRetryAfter(headers, nowMs, isLimited ? readResetAt(headers, nowMs) : undefined);
}
