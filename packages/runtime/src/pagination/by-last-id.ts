import { valueAt } from "../value-at.ts";
import type { Walk } from "./walk.ts";

/** Pages by the key of the last item received. An answer that does not say that there is more is the last page. */
export const byLastId: Walk = {
  next: ({ rule, items, data }) =>
    valueAt(data, rule.more) === true ? (valueAt(items.at(-1), rule.key) ?? null) : undefined,
};
