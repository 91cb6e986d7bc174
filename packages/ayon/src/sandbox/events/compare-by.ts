import { isSame } from "../is-same.ts";

/** Ways to compare a member with a value. */
export type Comparison =
  | ("eq" | "ne" | "lt" | "lte" | "gt" | "gte" | "like" | "in" | "notin" | "isnull" | "notnull")
  | ("includes" | "excludes" | "includesall" | "excludesall" | "includesany" | "excludesany");

/** Whether a member fits a value. */
export type Compare = (found: unknown, value: unknown) => boolean;

/**
 * Whether a member fits a value. A member that is not there is undefined, and fits hardly anything: neither what it
 * should equal nor what it should not, as in the server's database.
 */
export const compareBy: Readonly<Record<Comparison, Compare>> = {
  eq: (found, value) => (typeof value === "boolean" ? (found ?? false) === value : isSame(found, value)),
  ne: (found, value) => found !== undefined && !isSame(found, value),
  lt: (found, value) => order(found, value) < 0,
  lte: (found, value) => order(found, value) <= 0,
  gt: (found, value) => order(found, value) > 0,
  gte: (found, value) => order(found, value) >= 0,
  like: (found, value) => typeof found === "string" && likeness(String(value)).test(found),
  isnull: (found) => found === undefined,
  notnull: (found) => found !== undefined,
  in: (found, value) => has(value, found),
  notin: (found, value) => isEmpty(value) || (found !== undefined && !has(value, found)),
  includes: (found, value) => has(found, value),
  excludes: (found, value) => !has(found, value),
  includesall: (found, value) => Array.isArray(found) && itemsOf(value).every((item) => has(found, item)),
  excludesall: (found, value) => Array.isArray(found) && !itemsOf(value).every((item) => has(found, item)),
  includesany: (found, value) => itemsOf(value).some((item) => has(found, item)),
  excludesany: (found, value) => !itemsOf(value).some((item) => has(found, item)),
};

/** Below, at or above 0; not a number for values that have no order, so that every comparison fails. */
function order(found: unknown, value: unknown): number {
  if (typeof found === "number" && typeof value === "number") return found - value;
  if (typeof found !== "string" || typeof value !== "string") return Number.NaN;
  if (found === value) return 0;
  return found < value ? -1 : 1;
}

/** A pattern in which `%` stands for any text and `_` for one character, in upper or lower case. */
function likeness(pattern: string): RegExp {
  const escaped = pattern.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("%", "[^]*").replaceAll("_", "[^]")}$`, "i");
}

function has(list: unknown, item: unknown): boolean {
  return Array.isArray(list) && list.some((one) => isSame(one, item));
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
