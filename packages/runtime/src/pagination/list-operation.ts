import type { CallOptions } from "../call-options.ts";
import type { Core } from "../core.ts";
import { type OperationFunction, operation } from "../operation.ts";
import type { AllOptions, ListResult, Page, PagesOptions } from "./list-result.ts";
import { type ListRow, walkPages } from "./walk-pages.ts";

/** The forms of a list, before the generated types are put on them. */
export interface ListFunction extends Pick<OperationFunction, "safe" | "full"> {
  /** Gives the first page, or throws; `for await` goes through the items of all pages. */
  (core: Core, input?: unknown, options?: CallOptions): ListResult<unknown, unknown>;
  /** Gives each page when it is asked for; each iteration begins anew. */
  pages(core: Core, input?: unknown, options?: PagesOptions): AsyncIterable<Page<unknown, unknown>>;
  /** Gives the items of all pages, or throws. */
  all(core: Core, input?: unknown, options?: AllOptions): Promise<unknown[]>;
}

type Input = { readonly [name: string]: unknown } | undefined;

/**
 * The standalone function of an operation that gives pages: {@link operation} with `.pages` and `.all` besides, and with
 * a result that is async iterable. `F` is its generated type.
 * @param forms - How one page is asked for, where its request is not made from the input as it stands. Each gets the
 * input of the caller, with the position of the page under the parameter of the row's rule.
 */
export function listOperation<F>(
  row: ListRow,
  { safe, full }: Pick<OperationFunction, "safe" | "full"> = operation<OperationFunction>(row),
): F {
  const list = (core: Core, input?: unknown, options?: CallOptions) => {
    const first = full(core, input, options);
    const data = first.then((page) => page.data);
    return Object.assign(data, {
      async *[Symbol.asyncIterator]() {
        data.catch(() => {}); // told by the walk, which awaits the same page
        for await (const { items } of walkPages(row, full, core, input as Input, options, first)) yield* items;
      },
    });
  };
  const pages = (core: Core, input?: unknown, options?: PagesOptions) => ({
    [Symbol.asyncIterator]: () => walkPages(row, full, core, input as Input, options),
  });
  const all = async (core: Core, input?: unknown, options?: AllOptions) => {
    const items: unknown[] = [];
    // As many as fit into memory wherever this runs; who has more reads them page by page.
    for await (const page of walkPages(row, full, core, input as Input, { max: 10_000, ...options })) {
      for (const item of page.items) items.push(item);
    }
    return items;
  };
  return Object.assign(list, { safe, full, pages, all }) as F;
}
