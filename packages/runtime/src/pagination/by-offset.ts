import { valueAt } from "../value-at.ts";
import type { Walk } from "./walk.ts";

/** Pages by the number of items to skip. An answer that does not tell the number of all items is the last page. */
export const byOffset: Walk = {
  first: 0,
  next({ rule, position, items, data }) {
    const next = Number(position) + items.length;
    return next < Number(valueAt(data, rule.total)) ? next : undefined;
  },
};
