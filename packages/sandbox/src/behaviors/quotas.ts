import { Map as ImmutableMap } from "immutable";
import type { Forkable } from "../session/forkable.ts";
import type { OperationTable, RateLimitTable } from "../tables/tables.ts";
import { digest } from "./digest.ts";
import { isEntryList } from "./entry-list.ts";

/** Who asks, as far as quotas tell callers apart. */
export interface Asker {
  /** The credential; only its hash is kept. */
  readonly token?: string;
  /** Tier of the account. @default the lowest */
  readonly tier?: string;
  readonly ip: string;
}

/** How a quota stands. */
export interface Taken {
  /** Requests in a window. */
  readonly limit: number;
  /** How many of them are left, 0 or more. */
  readonly remaining: number;
  /** When the next window begins: milliseconds since 1970-01-01 UTC on the session clock. */
  readonly resetAt: number;
  /** Whether the request is one too many. */
  readonly exceeded: boolean;
}

interface Window {
  readonly resetAt: number;
  readonly used: number;
}

/** Windows by class and caller. */
export type QuotaState = ImmutableMap<string, Window>;

/** From this many windows on, those that ended are looked for and dropped. */
const sweepAt = 1000;

/** Counts requests by class and caller, in fixed windows that are aligned to the epoch. */
export class Quotas implements Forkable<QuotaState> {
  #windows: QuotaState = ImmutableMap();
  #sweepAt = sweepAt;

  /** Counts a request; one too many is not counted, because its window can't be more than full. */
  take(operation: OperationTable, table: RateLimitTable, name: string, who: Asker, now: number): Taken {
    const { key, limit, used, resetAt } = this.#look(operation, table, name, who, now);
    if (used >= limit) return { limit, remaining: 0, resetAt, exceeded: true };
    this.#windows = this.#windows.set(key, { resetAt, used: used + 1 });
    if (this.#windows.size >= this.#sweepAt) this.#sweep(now);
    return { limit, remaining: limit - used - 1, resetAt, exceeded: false };
  }

  /** How the quota stands, without counting a request. */
  peek(operation: OperationTable, table: RateLimitTable, name: string, who: Asker, now: number): Taken {
    const { limit, used, resetAt } = this.#look(operation, table, name, who, now);
    return { limit, remaining: Math.max(0, limit - used), resetAt, exceeded: used >= limit };
  }

  /** Fills all quotas up again. */
  reset(): void {
    this.#windows = ImmutableMap();
  }

  save(): QuotaState {
    return this.#windows;
  }

  load(saved: QuotaState): void {
    this.#windows = saved;
  }

  toJSON(saved: QuotaState): unknown {
    return [...saved];
  }

  fromJSON(json: unknown): QuotaState {
    if (isEntryList<Window>(json, ["resetAt", "used"])) return ImmutableMap(json);
    throw new TypeError("The quotas of a snapshot are malformed");
  }

  #look(
    { id }: OperationTable,
    { quota, tiers, windowMs, partition }: RateLimitTable,
    name: string,
    { token = "", tier, ip }: Asker,
    now: number,
  ): { key: string; limit: number; used: number; resetAt: number } {
    const parts = { token, operation: id, ip };
    const key = digest(name, ...partition.map((part) => parts[part]));
    const resetAt = (Math.floor(now / windowMs) + 1) * windowMs;
    const window = this.#windows.get(key);
    const limit = (tier !== undefined && Object.hasOwn(tiers, tier) ? tiers[tier] : undefined) ?? quota;
    return { key, limit, used: window?.resetAt === resetAt ? window.used : 0, resetAt };
  }

  #sweep(now: number): void {
    this.#windows = this.#windows.filter(({ resetAt }) => resetAt > now);
    this.#sweepAt = Math.max(sweepAt, this.#windows.size * 2);
  }
}

/** The headers that tell how a quota stands, in the declared family; the reset in epoch seconds, rounded up. */
export function quotaHeaders(table: RateLimitTable, { limit, remaining, resetAt }: Taken): Record<string, string> {
  if (table.headers === "none") return {};
  return {
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": String(Math.ceil(resetAt / 1000)),
  };
}
