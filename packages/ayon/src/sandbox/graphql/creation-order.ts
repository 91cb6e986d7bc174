import type { Store } from "@fairlead/sandbox";

/** Numbers that were given, by store, by kind and by key. */
const given = new WeakMap<Store, Map<string, Map<string, number>>>();

/**
 * The number of each row, from 1: older rows have smaller ones. A row keeps its number while others come and go, so that
 * a cursor with it stays right.
 * @param kind - What the rows are; each kind counts by itself.
 * @param keys - The keys of all rows that there are, oldest first.
 */
export function creationOrder(store: Store, kind: string, keys: Iterable<string>): ReadonlyMap<string, number> {
  const kinds = given.get(store) ?? new Map<string, Map<string, number>>();
  given.set(store, kinds);
  const numbers = kinds.get(kind) ?? new Map<string, number>();
  kinds.set(kind, numbers);
  // What was not there the last time is younger than all that was.
  for (const key of keys) if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
  return numbers;
}
