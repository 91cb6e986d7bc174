import { Refusal } from "../engine/refusal.ts";
import { readPointer } from "../pointer.ts";
import { matches } from "../store/matches.ts";
import type { Entity } from "../store/store.ts";
import type { PaginationTable, Pointer } from "../tables/tables.ts";

/** One page of a list. */
export interface Page {
  readonly items: readonly Entity[];
  /** What the answer says besides the items, such as the total. */
  readonly members: readonly (readonly [Pointer, unknown])[];
}

/**
 * Cuts a list into the page that a request asks for. A size above the greatest is that one, because real clients ask for
 * far more. A walk by last ids loses and repeats nothing when items come in between, wherever they stand.
 * @param items - The whole list in its order.
 * @param query - The query parameters in their declared types.
 * @throws {Refusal} 404, the list has no item of the last id.
 */
export function cutPage(
  items: readonly Entity[],
  table: PaginationTable,
  query: Readonly<Record<string, unknown>>,
): Page {
  if (table.style === "page") return cutByNumber(items, table, query);
  if (table.style === "until") return cutByTime(items, table, query);
  return table.style === "offset" ? cutAtOffset(items, table, query) : cutAfterLastId(items, table, query);
}

function cutByNumber(
  items: readonly Entity[],
  table: PaginationTable & { readonly style: "page" },
  query: Readonly<Record<string, unknown>>,
): Page {
  const number = Math.max(1, wholeNumber(query[table.param]) ?? 1);
  const limit = pageSize(table, query, items.length, 0);
  const start = (number - 1) * limit;
  return { items: items.slice(start, start + limit), members: [[table.total, items.length]] };
}

function cutAtOffset(
  items: readonly Entity[],
  table: PaginationTable & { readonly style: "offset" },
  query: Readonly<Record<string, unknown>>,
): Page {
  const skip = Math.max(0, wholeNumber(query[table.param]) ?? 0);
  const limit = pageSize(table, query, items.length, 0);
  const page = items.slice(skip, skip + limit);
  const members: [Pointer, unknown][] = [];
  if (table.total !== undefined) members.push([table.total, items.length]);
  if (table.more !== undefined) members.push([table.more, skip + page.length < items.length]);
  const beside = table.total ?? table.more;
  if (beside !== undefined) {
    members.push([sibling(beside, table.param), skip]);
    if (table.size !== undefined) members.push([sibling(beside, table.size.param), limit]);
  }
  return { items: page, members };
}

/**
 * The newest items not after a time. The next page begins with the time of the first item that this one lacks, so that
 * nothing is lost and nothing comes twice; items of one time are never parted.
 */
function cutByTime(
  items: readonly Entity[],
  table: PaginationTable & { readonly style: "until" },
  query: Readonly<Record<string, unknown>>,
): Page {
  const timeOf = (item: Entity): number => Number(readPointer(item, table.at));
  const until = wholeNumber(query[table.param]) ?? Infinity;
  const since = table.back === undefined ? undefined : wholeNumber(query[table.back]);
  const wanted = items.filter((item) => timeOf(item) <= until && timeOf(item) > (since ?? -Infinity));
  const sorted = wanted.toSorted((a, b) => timeOf(b) - timeOf(a));
  let end = Math.min(sorted.length, pageSize(table, query, items.length, 1));
  const at = (index: number): number | null => {
    const item = sorted[index];
    return item === undefined ? null : timeOf(item);
  };
  while (end < sorted.length && at(end) === at(end - 1)) end += 1;
  const members: [Pointer, unknown][] = [[table.next, at(end)]];
  if (table.prev !== undefined) members.push([table.prev, at(0)]);
  if (table.count !== undefined) members.push([table.count, end]);
  return { items: sorted.slice(0, end), members };
}

function cutAfterLastId(
  items: readonly Entity[],
  table: PaginationTable & { readonly style: "last-id" },
  query: Readonly<Record<string, unknown>>,
): Page {
  const last = query[table.param];
  const asked = last !== undefined && last !== null && last !== "";
  const start = asked ? items.findIndex((item) => matches(readPointer(item, table.key ?? "/id"), last)) + 1 : 0;
  if (asked && start === 0)
    throw new Refusal(404, `The list has no item ${String(last)} to go on after (${table.param})`);
  // A page of nothing that promises more would never end.
  const limit = pageSize(table, query, items.length, 1);
  const page = items.slice(start, start + limit);
  const members: [Pointer, unknown][] = [[table.more, start + page.length < items.length]];
  if (table.size !== undefined) members.push([sibling(table.more, table.size.param), limit]);
  return { items: page, members };
}

function pageSize(
  { size }: PaginationTable,
  query: Readonly<Record<string, unknown>>,
  all: number,
  least: number,
): number {
  if (size === undefined) return Math.max(least, all);
  return Math.min(size.max, Math.max(least, wholeNumber(query[size.param]) ?? size.default));
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && !Number.isNaN(number) ? Math.trunc(number) : undefined;
}

/** The pointer to a member beside another. */
function sibling(pointer: Pointer, name: string): Pointer {
  return `${pointer.slice(0, pointer.lastIndexOf("/"))}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
