import type { Call } from "../call.ts";
import type { PaginationRow } from "../operation-row.ts";

/** A page that came, for the one who tells where the next one is. */
export interface WalkedPage {
  /** How the list is declared to continue. */
  readonly rule: PaginationRow;
  /** What this page was asked for with; `undefined` where the caller left that to the server. */
  readonly position: unknown;
  /** How many items this page was asked to have at most; `undefined` where the caller left that to the server. */
  readonly size: unknown;
  /** The items, as the server gave them. */
  readonly items: readonly unknown[];
  /** The whole body. */
  readonly data: unknown;
  /** The walk, for errors. */
  readonly call: Call;
}

/** A way to walk a list: `byOffset`, `byPage`, `byLastId` or `byCursor`. */
export interface Walk {
  /** The position of the first page, where the server counts it. */
  readonly first?: number;
  /**
   * The value that asks for the next page.
   * @returns `undefined` after the last page; `null` where there is another one, and nothing to ask for it with.
   * @throws {PaginationError} `foreignHost`: the next page is on another host.
   */
  next(page: WalkedPage): unknown;
}
