import { PaginationError } from "../errors/pagination-error.ts";
import { valueAt } from "../value-at.ts";
import type { Walk } from "./walk.ts";

/** Pages by a token of the answer, or by an address that has the token in its query. Without one it was the last page. */
export const byCursor: Walk = {
  next({ rule, data, call }) {
    const next = valueAt(data, rule.next);
    if (next == null || next === "" || valueAt(data, rule.more) === false) return undefined;
    if (!/^\w+:\/\//.test(`${next}`)) return next;
    const url = call.engine.checkUrl(`${next}`);
    if (url?.origin === call.engine.origin) return url.searchParams.get(rule.param);
    throw new PaginationError(
      call,
      `the next page is at ${url?.origin ?? "no safe address"}, not at the client's server`,
      {
        kind: "foreignHost",
      },
    );
  },
};
