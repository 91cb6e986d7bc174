import type { CallOptions } from "../call-options.ts";

/**
 * What a list gives: a promise of the first page, whose request is under way, and all items of all pages by
 * `for await`. Each iteration begins with that same page, which is not asked for again.
 */
export interface ListResult<Data, Item> extends Promise<Data>, AsyncIterable<Item> {}

/** One page of a list. */
export interface Page<Data, Item> {
  /** The items, without those that an earlier page of the same walk had already. */
  readonly items: Item[];
  /** The whole body of the answer. */
  readonly data: Data;
  /** The response as fetch gave it; its body is read already. */
  readonly response: Response;
  /**
   * Goes on after this page: `pages(input, { from: page.next })`, in another process too. It tells the operation and a
   * position, no input and no credential. `undefined` on the last page.
   */
  readonly next: string | undefined;
}

/** What a walk over pages may set. The options of a call hold for each page by itself. */
export interface PagesOptions extends CallOptions {
  /** The `next` of a page: the walk begins after it. */
  readonly from?: string;
  /**
   * How many pages to ask for ahead of the one that is read: 0 or 1. A walk that is left ends the request.
   * @default 0
   */
  readonly prefetch?: 0 | 1;
  /**
   * Most pages of one walk; more is a `PaginationError`. Ten thousand is what a list of as many items has with one on
   * each page, and some hours at two pages in a second.
   * @default 10000
   */
  readonly maxPages?: number;
}

/** What reading a whole list may set. */
export interface AllOptions extends PagesOptions {
  /**
   * Most items; more is a `PaginationError`, and nothing is cut off. Ten thousand fit into memory wherever this runs.
   * @default 10000
   */
  readonly max?: number;
}
