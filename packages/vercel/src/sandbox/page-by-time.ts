/** Where a page stands, as all lists that are cut by time say it. */
export interface TimePagination {
  /** Items of the page. */
  readonly count: number;
  /** What `until` takes for the next page, in milliseconds since 1970-01-01 UTC; null on the last. */
  readonly next: number | null;
  /** What `since` takes to ask for newer ones, in milliseconds since 1970-01-01 UTC; null on an empty page. */
  readonly prev: number | null;
}

/** What a request asks for; a number may stand as text, as `limit` and `from` do for projects. */
export interface TimeQuery {
  /** Items of a page; less than 1 is 1, more than 100 is 100. @default 20 */
  readonly limit?: number | string | undefined;
  /** Only items after this time, in milliseconds since 1970-01-01 UTC. */
  readonly since?: number | string | undefined;
  /** Only items not after this time, in milliseconds since 1970-01-01 UTC. */
  readonly until?: number | string | undefined;
}

/**
 * One page of a list, newest first. The next one begins with the time of the first item that this one lacks, and items
 * of one time are never parted, so that a walk neither loses nor repeats any, whatever is added meanwhile.
 * @param timeOf - Time of an item, in milliseconds since 1970-01-01 UTC.
 */
export function pageByTime<Item>(
  items: readonly Item[],
  query: TimeQuery,
  timeOf: (item: Item) => number,
): { readonly items: readonly Item[]; readonly pagination: TimePagination } {
  const until = numberOf(query.until) ?? Infinity;
  const since = numberOf(query.since) ?? -Infinity;
  const size = Math.min(100, Math.max(1, Math.trunc(numberOf(query.limit) ?? 20)));
  const sorted = items
    .filter((item) => timeOf(item) <= until && timeOf(item) > since)
    .toSorted((a, b) => timeOf(b) - timeOf(a));
  const at = (index: number): number | null => {
    const item = sorted[index];
    return item === undefined ? null : timeOf(item);
  };
  let end = Math.min(sorted.length, size);
  while (end < sorted.length && at(end) === at(end - 1)) end += 1;
  return { items: sorted.slice(0, end), pagination: { count: end, next: at(end), prev: at(0) } };
}

function numberOf(value: number | string | undefined): number | undefined {
  if (value === undefined || value === "") return undefined;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}
