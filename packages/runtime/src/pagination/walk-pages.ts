import { callOn } from "../call.ts";
import type { Core } from "../core.ts";
import { engineOf } from "../engine.ts";
import { PaginationError } from "../errors/pagination-error.ts";
import type { OperationFunction } from "../operation.ts";
import type { OperationRow, PaginationRow } from "../operation-row.ts";
import { decodeError } from "../response/read-text.ts";
import type { Success } from "../result.ts";
import { valueAt } from "../value-at.ts";
import type { AllOptions, Page } from "./list-result.ts";
import { resumePosition, resumeToken } from "./resume-token.ts";

/** The row of an operation that gives pages. */
export type ListRow = OperationRow & { readonly pagination: PaginationRow };

/**
 * Asks for one page after the other, each when it is wanted. Items whose key came before are dropped: a list by offset
 * gives some again when others are added in front, an inclusive position gives its own item again.
 * @param full - Asks for one page.
 * @param first - The first page, where it is under way already.
 * @throws {PaginationError} The list does not end, is longer than allowed, or goes on at another host.
 * @throws {RequestError} `from` is no token of this list.
 * @throws {DecodeError} A page has no list where the document declares one.
 */
export async function* walkPages(
  row: ListRow,
  full: OperationFunction["full"],
  core: Core,
  input: { readonly [name: string]: unknown } | undefined,
  { from, prefetch = 0, maxPages = 10_000, max, ...options }: AllOptions = {},
  first?: Promise<Success<number, unknown>>,
): AsyncGenerator<Page<unknown, unknown>, void, undefined> {
  const { pagination: rule } = row;
  const { walk, param, size } = rule;
  // One call for the errors of the whole walk; each page is a call of its own besides.
  const call = callOn(engineOf(core), row);
  const left = new AbortController();
  // Quotas count requests, so pages are as large as they may be; above 1,000 items a body could meet its cap.
  const largest = size?.max && Math.min(size.max, 1000);
  const ask = (position?: unknown) =>
    full(
      core,
      {
        ...(size && largest && { [size.param]: largest }),
        ...input,
        ...(position !== undefined && { [param]: position }),
      },
      { ...options, ...(prefetch && { signal: AbortSignal.any([left.signal, options.signal ?? left.signal]) }) },
    );
  const start = from === undefined ? from : resumePosition(call, from);
  let position: unknown = start ?? input?.[param] ?? walk.first;
  let coming = first ?? ask(start);
  let firstTotal: unknown;
  let count = 0;
  let repeats = 0;
  const asked = new Set<unknown>([null]);
  const seen = new Set<unknown>();
  try {
    for (let pages = 1; ; pages++) {
      const { data, response, meta } = await coming;
      Object.assign(call, meta); // errors tell of the last page
      const all = valueAt(data, rule.items);
      if (!Array.isArray(all)) throw decodeError(call, response, `no list at ${rule.items} of`, "");
      const items = all.filter((item) => {
        const id = valueAt(item, rule.key);
        return id === undefined || seen.size < seen.add(id).size;
      });
      const pageSize = (size && input?.[size.param]) ?? (first && pages === 1 ? undefined : largest);
      const next = walk.next({ rule, position, size: pageSize, items: all, data, call });
      count += items.length;
      const total = valueAt(data, rule.total);
      firstTotal ??= total;
      repeats += all.length - items.length;
      asked.add(position ?? null);
      // A list that grew by some items in front gives as many again, perhaps a whole page of them; more is a loop.
      const isStuck = all[0] && !items[0] && !(repeats <= (total as number) - (firstTotal as number));
      const goesOn = next !== undefined;
      let reason: keyof typeof REASONS | undefined;
      if (asked.has(next) || (isStuck && (goesOn || !rule.inclusive))) reason = "loop";
      else if (max !== undefined && count > max) reason = "itemLimit";
      else if (goesOn && !(pages < maxPages)) reason = "pageLimit";
      if (prefetch && goesOn && !reason) {
        coming = ask(next);
        coming.catch(() => {}); // told when it is awaited, if it ever is
      }
      yield { items, data, response, next: goesOn ? resumeToken(call, next) : undefined };
      if (reason) throw new PaginationError(call, REASONS[reason], { kind: reason });
      if (!goesOn) return;
      if (!prefetch) coming = ask(next);
      position = next;
    }
  } finally {
    left.abort();
  }
}

const REASONS = {
  loop: "the next page must be a new one",
  itemLimit: "more items than max; raise it",
  pageLimit: "more pages than maxPages; raise it",
};
