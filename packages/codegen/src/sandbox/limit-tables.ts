import { type Behaviors, durationMs } from "@fairlead/behaviors";
import type { IdempotencyTable, RateLimitTable } from "@fairlead/sandbox/tables";
import { componentName } from "./response-tables.ts";

/** The quotas by name. */
export function rateLimitTables({ rateLimits = {} }: Behaviors): Record<string, RateLimitTable> {
  return mapValues(rateLimits, ({ quota, window, partition, tiers = {}, headers, onExceed, account }) => ({
    quota,
    windowMs: durationMs(window),
    partition,
    tiers,
    headers,
    onExceed: { ...onExceed, response: componentName(onExceed.response) },
    ...(account && { account }),
  }));
}

/** The keys of repeated requests, by name. */
export function idempotencyTables({ idempotency = {} }: Behaviors): Record<string, IdempotencyTable> {
  return mapValues(idempotency, ({ header, ttl, replayStatus }) => ({ header, ttlMs: durationMs(ttl), replayStatus }));
}

function mapValues<From, To>(map: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}
