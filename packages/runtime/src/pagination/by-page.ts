import { valueAt } from "../value-at.ts";
import type { Walk } from "./walk.ts";

/**
 * Pages by their number, from 1. The last is the one that makes up the number of all items, or that has none: a server
 * may count items that it does not show to everybody.
 */
export const byPage: Walk = {
  first: 1,
  next: ({ rule, position, seen, items, data }) =>
    items[0] && seen < Number(valueAt(data, rule.total)) ? Number(position) + 1 : undefined,
};
