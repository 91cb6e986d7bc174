import type { RateClassRow } from "../operation-row.ts";
import type { RateLimitState } from "../result.ts";

/** Reset values from here on are seconds since the epoch (2023), smaller ones are seconds from now. */
const EPOCH_FROM = 1_700_000_000;

/** The window of a rate limit as `X-RateLimit-*` headers tell it, where the class declares them. */
export function readRateLimit(
  row: RateClassRow | undefined,
  headers: Headers,
  nowMs: number,
): RateLimitState | undefined {
  if (row?.headers !== "x-ratelimit") return undefined;
  const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
    numberIn(headers, `x-ratelimit-${name}`),
  );
  const resetAt = reset === undefined ? reset : new Date(reset * 1000 + (reset < EPOCH_FROM ? nowMs : 0));
  return { rateClass: row.name, limit, remaining, resetAt };
}

/**
 * Milliseconds that an answer asks to wait: `retry-after-ms`, else `retry-after` in seconds or as a date.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readRetryAfter(headers: Headers, nowMs: number): number | undefined {
  const ms = numberIn(headers, "retry-after-ms");
  if (ms !== undefined) return ms;
  const seconds = numberIn(headers, "retry-after");
  if (seconds !== undefined) return seconds * 1000;
  // Of the three forms of a date, the one of `asctime` has no zone and means GMT.
  const date = Date.parse(`${headers.get("retry-after")}`.replace(/^\W.*|( GMT)?$/, " GMT"));
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name);
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
