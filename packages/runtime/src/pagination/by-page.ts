import { valueAt } from "../value-at.ts";
import type { Walk } from "./walk.ts";

/**
 * Pages by their number, from 1. A page may have fewer items than it was asked for, and none, while others follow: a
 * server may count what it does not show to everybody. Where nobody says how large a page is, the first one has all.
 */
export const byPage: Walk = {
  first: 1,
  next: ({ rule, position, size, data }) =>
    Number(position) * Number(size ?? rule.size?.default) < Number(valueAt(data, rule.total))
      ? Number(position) + 1
      : undefined,
};
