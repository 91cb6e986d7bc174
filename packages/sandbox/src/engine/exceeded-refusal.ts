import type { Taken } from "../behaviors/quotas.ts";
import type { RateLimitTable } from "../tables/tables.ts";
import { Refusal } from "./refusal.ts";

/**
 * The refusal of a request whose quota is used up.
 * @param now - Session clock, milliseconds since 1970-01-01 UTC.
 */
export function exceededRefusal(name: string, table: RateLimitTable, { limit, resetAt }: Taken, now: number): Refusal {
  const seconds = Math.max(1, Math.ceil((resetAt - now) / 1000));
  const { status, response, retryAfter } = table.onExceed;
  return new Refusal(
    status,
    `The quota ${name} of ${limit} requests is used up; the next window begins in ${seconds} s`,
    {
      response,
      headers: retryAfter === "seconds" ? { "retry-after": String(seconds) } : {},
    },
  );
}
