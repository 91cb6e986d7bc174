import type { RateLimitReader } from "../operation-row.ts";

/** Reads the window of a rate limit from `X-RateLimit-*` headers, for classes that declare them. */
export const xRateLimit: RateLimitReader = ({ name: rateClass }, headers, nowMs) => ({
  rateClass,
  limit: numberIn(headers, "x-ratelimit-limit"),
  remaining: numberIn(headers, "x-ratelimit-remaining"),
  resetAt: readResetAt(headers, nowMs),
});

/** When the window of a rate limit ends, by `X-RateLimit-Reset`. */
export function readResetAt(headers: Headers, nowMs: number): Date | undefined {
  const reset = numberIn(headers, "x-ratelimit-reset");
  // From this value on (November 2023) it is seconds since the epoch, below it seconds from now.
  return reset === undefined ? reset : new Date(reset * 1000 + (reset < 1_700_000_000 ? nowMs : 0));
}

/**
 * Milliseconds that an answer asks to wait: `retry-after-ms`, else `retry-after` in seconds or as a date, else what is
 * left of the window.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readRetryAfter(headers: Headers, nowMs: number, resetAt?: Date): number | undefined {
  // Of the three forms of a date, the one of `asctime` has no zone and means GMT.
  const date = Date.parse(`${headers.get("retry-after")}`.replace(/^\W.*|( GMT)?$/, " GMT"));
  const until = date || resetAt?.getTime();
  return (
    numberIn(headers, "retry-after-ms") ??
    numberIn(headers, "retry-after", 1000) ??
    (until ? Math.max(0, until - nowMs) : undefined)
  );
}

function numberIn(headers: Headers, name: string, unit = 1): number | undefined {
  const text = `${headers.get(name)}`;
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * unit : undefined;
}
