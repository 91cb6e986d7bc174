import type { OperationTable, PaginationTable } from "@fairlead/sandbox/tables";
import { must } from "../broken.ts";
import { readPointer } from "../document/pointer.ts";
import { type Exchange, isSuccess } from "../requests/exchange.ts";
import type { LawClient } from "../requests/law-client.ts";
import type { RequestDraft } from "../requests/request-draft.ts";

/** What a walk over all pages saw. */
export interface Walk {
  readonly items: readonly unknown[];
  /** Keys in the order they came. */
  readonly keys: readonly string[];
  readonly pages: number;
  /** Items of the first page. */
  readonly first: number;
  readonly last: Exchange;
}

/** More pages than any walk of a law has: the guard against a list without end. */
const maxPages = 400;

/**
 * Walks a list as its pagination declares, from the first page to the last.
 * @param size - Items of a page; the server's own choice where absent.
 * @param between - Runs after each page but the last.
 * @throws {Broken} A page is no success, too large, or the list has no end.
 */
export async function walkPages(
  client: LawClient,
  operation: OperationTable,
  draft: RequestDraft,
  size?: number,
  between?: (page: number) => Promise<void>,
): Promise<Walk> {
  const { pagination } = operation;
  if (pagination === undefined) throw new RangeError(`${operation.id} has no pages.`);
  const items: unknown[] = [];
  let cursor: string | number | undefined;
  let first = 0;
  for (let page = 1; ; page++) {
    const query: Record<string, unknown> = { ...draft.query };
    if (size !== undefined && pagination.size !== undefined) query[pagination.size.param] = size;
    if (cursor !== undefined) query[pagination.param] = cursor;
    const answer = await client.send(operation, { ...draft, query });
    must(isSuccess(answer), `page ${page} is no success`, answer);
    const found = readPointer(answer.json, pagination.items);
    must(Array.isArray(found), `page ${page} has no items at ${pagination.items}`, answer);
    if (size !== undefined)
      must(found.length <= size, `page ${page} has ${found.length} items, asked were ${size}`, answer);
    items.push(...found);
    if (page === 1) first = found.length;
    if (isLast(pagination, answer, found, items.length))
      return { items, keys: keysOf(pagination, items), pages: page, first, last: answer };
    must(page < maxPages, `the list has no end after ${page} pages`, answer);
    must(found.length > 0, `page ${page} is empty and not the last`, answer);
    cursor = nextOf(pagination, page, items, answer);
    await between?.(page);
  }
}

/**
 * All items of a list in their order: over all pages, or where it has none from its one answer.
 * @throws {Broken} An answer is no success, or has no items.
 */
export async function wholeList(
  client: LawClient,
  operation: OperationTable,
  draft: RequestDraft,
): Promise<Pick<Walk, "items" | "last">> {
  if (operation.pagination !== undefined) return await walkPages(client, operation, draft);
  const { result = "" } = operation.resource ?? {};
  const last = await client.send(operation, draft);
  must(isSuccess(last), "the list is not answered", last);
  const items = readPointer(last.json, result);
  must(Array.isArray(items), `the list has no items at ${JSON.stringify(result)}`, last);
  return { items, last };
}

/** The keys of items. */
export function keysOf({ key = "/id" }: PaginationTable, items: readonly unknown[]): string[] {
  return items.map((item) => String(readPointer(item, key)));
}

/** What stands in a list more than once. */
export function repeated(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

/** What asks for the page after one. */
function nextOf(
  pagination: PaginationTable,
  page: number,
  items: readonly unknown[],
  { json }: Exchange,
): string | number {
  const { style, key = "/id" } = pagination;
  if (style === "page") return page + 1;
  if (style === "until") return Number(readPointer(json, pagination.next));
  return style === "offset" ? items.length : String(readPointer(items.at(-1), key));
}

function isLast(pagination: PaginationTable, answer: Exchange, found: readonly unknown[], seen: number): boolean {
  if (pagination.style === "until") return readPointer(answer.json, pagination.next) === null;
  if (pagination.style !== "last-id" && pagination.total !== undefined) {
    const total = readPointer(answer.json, pagination.total);
    must(typeof total === "number", `there is no total at ${pagination.total}`, answer);
    return seen >= total || found.length === 0;
  }
  return pagination.style === "page" || readPointer(answer.json, pagination.more ?? "") !== true;
}
