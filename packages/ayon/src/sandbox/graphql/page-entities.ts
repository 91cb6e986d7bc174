import type { EntityType, StoredByType } from "../entity/types.ts";
import { attributeKey } from "./attribute-text.ts";
import { creationOrder } from "./creation-order.ts";
import { type Lookup, readFilter } from "./filter-json.ts";
import { type Connection, emptyPage, pageRows, type SortKeys } from "./page-rows.ts";
import type { Given, Node, Place } from "./place.ts";
import { QueryRefusal } from "./query-refusal.ts";
import { ids, types } from "./read-arguments.ts";
import { hasLinksOf, isIn, type MaybeTest } from "./row-tests.ts";

/** What one row is sorted by. */
export type SortKey = SortKeys[number];

/** What tells the lists apart. */
export interface EntityList<Type extends EntityType> {
  readonly type: Type;
  /** Columns that a filter may use. */
  readonly columns: readonly string[];
  /** Gives the columns of a row, where some of them are another entity's. */
  readonly lookup?: (place: Place) => Lookup<StoredByType[Type]>;
  /** What rows may be sorted by besides attributes; without it the list knows no order but that of creation. */
  readonly sorts?: { readonly [sortBy: string]: (place: Place, row: StoredByType[Type]) => SortKey };
  /** Whether an unknown order is refused on purpose, with a status. */
  readonly refusesSort?: boolean;
  /** What decides between rows that are sorted alike, if not their age. */
  readonly tieBreak?: (place: Place, row: StoredByType[Type]) => string;
  /** Tests by the arguments that only this list has. */
  readonly tests: (place: Place, given: Given) => readonly MaybeTest<StoredByType[Type]>[];
  /** Whether the list reads `ids` by itself, because they stand for more than the rows of these ids. */
  readonly widensIds?: (given: Given) => boolean;
  /** Whether it gives guests anything. */
  readonly forGuests?: (given: Given) => boolean;
  readonly node: (place: Place, row: StoredByType[Type]) => Node;
}

/** The rows of a list that fit its arguments, one page of them. */
export function pageEntities<Type extends EntityType>(place: Place, list: EntityList<Type>, given: Given): Connection {
  type Row = StoredByType[Type];
  const { data, caller, store, project } = place;
  const { type, columns, forGuests, node } = list;
  const tests = [
    list.widensIds?.(given) ? undefined : isIn(ids(given, "ids"), (row: Row) => row.id),
    isIn(types(given, "statuses"), (row: Row) => row.status),
    hasLinksOf<Row>(place, given.hasLinks),
    readFilter<Row>(given.filter, columns, list.lookup?.(place) ?? ((row, path) => columnOf(place, type, row, path))),
    ...list.tests(place, given),
  ].filter((test) => test !== undefined);
  const keysOf = sortKeys(place, list, given.sortBy);
  if (caller.data.isGuest === true && forGuests?.(given) !== true) return emptyPage;
  const order = creationOrder(
    store,
    `${type} of ${project.name}`,
    data.all(type).map(({ id }) => id),
  );
  const rows = data.all(type).filter((row) => tests.every((test) => test(row)));
  return pageRows(
    rows,
    given,
    (row) => keysOf(row, order.get(row.id) ?? 0),
    (row) => node(place, row),
  );
}

/** The value of a column of a row, or of what is within it. */
export function columnOf<Type extends EntityType>(
  { data }: Place,
  type: Type,
  row: StoredByType[Type],
  [column = "", ...path]: readonly string[],
): unknown {
  const start = column === "attrib" ? data.attrib(type, row) : (row as unknown as Given)[column];
  return path.reduce<unknown>((value, name) => (value as Given | null | undefined)?.[name], start);
}

/** What gives the keys of a row. @throws {QueryRefusal} 400, or {Error} without a status: no order of that name. */
function sortKeys<Type extends EntityType>(
  place: Place,
  { type, sorts, tieBreak, refusesSort }: EntityList<Type>,
  sortBy: unknown,
): (row: StoredByType[Type], age: number) => SortKeys {
  if (!sortBy) return (_row, age) => [age];
  const wanted = String(sortBy);
  const attribute = /^attrib\.(.+)$/.exec(wanted)?.[1];
  const key =
    attribute === undefined
      ? sorts && Object.hasOwn(sorts, wanted) && sorts[wanted]
      : (_place: Place, row: StoredByType[Type]) =>
          attributeKey(place.store, attribute, place.data.attrib(type, row)[attribute]);
  if (key) return (row, age) => [key(place, row), tieBreak?.(place, row) ?? age];
  const message = `The list can't be sorted by ${JSON.stringify(wanted)}`;
  throw refusesSort ? new QueryRefusal(400, message) : new Error(message);
}

/** The place of a name in a list of the project, for orders that follow the anatomy. */
export function placeOf(all: readonly { readonly name: string }[], name: string): number {
  return all.findIndex((one) => one.name === name);
}

/** Members of a row that are sorted as they are. */
export function plainSorts(...members: readonly string[]): {
  readonly [sortBy: string]: (place: Place, row: object) => SortKey;
} {
  return Object.fromEntries(
    members.map((member) => [
      member,
      (_place: Place, row: object) => {
        const value = (row as Given)[member];
        if (Array.isArray(value)) return value.join(",");
        return typeof value === "number" ? value : ((value as string | null | undefined) ?? null);
      },
    ]),
  );
}
