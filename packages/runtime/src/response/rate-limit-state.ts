import type { RateLimitReader } from "../operation-row.ts";

/** Reset values from here on are seconds since the epoch (2023), smaller ones are seconds from now. */
const EPOCH_FROM = 1_700_000_000;

/** Reads the window of a rate limit from `X-RateLimit-*` headers, for classes that declare them. */
export const xRateLimit: RateLimitReader = ({ name: rateClass }, headers, nowMs) => {
  const read = (name: string) => numberIn(headers, `x-ratelimit-${name}`);
  const reset = read("reset");
  const resetAt = reset === undefined ? reset : new Date(reset * 1000 + (reset < EPOCH_FROM ? nowMs : 0));
  return { rateClass, limit: read("limit"), remaining: read("remaining"), resetAt };
};

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
  const text = headers.get(name);
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) * unit : undefined;
}
