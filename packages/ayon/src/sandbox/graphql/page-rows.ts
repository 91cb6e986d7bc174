import type { Given, Node } from "./place.ts";
import { QueryRefusal } from "./query-refusal.ts";

/** What a row is sorted by. The last one is different for each row, and never null. */
export type SortKeys = readonly (string | number | null)[];

/** A page of a list. */
export interface Connection {
  readonly edges: readonly { readonly node: Node; readonly cursor: string | null }[];
  readonly pageInfo: Node;
}

/** A page without anything. */
export const emptyPage: Connection = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};

/** The most rows of a page that is asked for with 0. */
const unlimited = 1000;

/**
 * Cuts one page out of rows. `first` counts ascending, `last` descending; with neither it is the first 100. Both flags
 * only say that the page is full, and a row with a null among its keys comes on the first page or never, as the server
 * compares keys in its database.
 * @throws {QueryRefusal} 400, a cursor is none, or one of another order.
 * @throws {Error} A size is negative.
 */
export function pageRows<Row>(
  rows: readonly Row[],
  { first, last, after, before }: Given,
  keysOf: (row: Row) => SortKeys,
  nodeOf: (row: Row) => Node,
): Connection {
  const size = Number(first ?? last ?? 100);
  if (size < 0) throw new Error("A page can't have a negative size");
  const isDescending = last != null;
  const keyed = rows.map((row) => ({ row, keys: keysOf(row) })).sort((a, b) => compareKeys(a.keys, b.keys));
  const length = keyed[0]?.keys.length;
  const from = readCursor(after, length);
  const to = readCursor(before, length);
  const between = keyed.filter(
    ({ keys }) => (from === undefined || isAbove(keys, from)) && (to === undefined || isAbove(to, keys)),
  );
  const ordered = isDescending ? between.toReversed() : between;
  const edges = ordered
    .slice(0, size || unlimited)
    .map(({ row, keys }) => ({ node: nodeOf(row), cursor: size === 0 ? null : writeCursor(keys) }));
  const isFull = size > 0 && edges.length === size;
  return {
    edges,
    pageInfo: {
      hasNextPage: isFull && (first != null || !isDescending),
      hasPreviousPage: isFull && first == null && isDescending,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Nulls come last. */
function compareKeys(a: SortKeys, b: SortKeys): number {
  for (const [index, key] of a.entries()) {
    const other = b[index] ?? null;
    if (key === other) continue;
    if (key === null || other === null) return key === null ? 1 : -1;
    return key < other ? -1 : 1;
  }
  return 0;
}

/** Whether one is above another; what is compared with null is neither above nor below. */
function isAbove(a: SortKeys, b: SortKeys): boolean {
  for (const [index, key] of a.entries()) {
    const other = b[index] ?? null;
    if (key === null || other === null) return false;
    if (key !== other) return key > other;
  }
  return false;
}

function writeCursor(keys: SortKeys): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(keys))));
}

function readCursor(cursor: unknown, length: number | undefined): SortKeys | undefined {
  if (cursor == null || cursor === "") return undefined;
  const keys = parseKeys(String(cursor));
  if (keys !== undefined && (length === undefined || keys.length === length)) return keys;
  throw new QueryRefusal(400, "The cursor is none of this list in this order");
}

function parseKeys(cursor: string): SortKeys | undefined {
  try {
    const bytes = Uint8Array.from(atob(cursor), (letter) => letter.charCodeAt(0));
    const keys: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const isKey = (key: unknown) => key === null || typeof key === "string" || typeof key === "number";
    return Array.isArray(keys) && keys.every(isKey) ? (keys as SortKeys) : undefined;
  } catch {
    return undefined;
  }
}
