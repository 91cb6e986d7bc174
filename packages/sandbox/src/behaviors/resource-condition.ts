import { readPointer, writePointer } from "../pointer.ts";
import { matches } from "../store/matches.ts";
import type { Entity } from "../store/store.ts";
import type { Pointer } from "../tables/tables.ts";

/** A value that an entity must have at a pointer; of an array, one of its values. */
export type Wanted = readonly [pointer: Pointer, value: unknown];

/** Whether an entity has all that is wanted. */
export function isWanted(entity: Entity, wanted: readonly Wanted[]): boolean {
  return wanted.every(([pointer, value]) => {
    const own = readPointer(entity, pointer);
    return Array.isArray(value) ? value.some((one) => matches(own, one)) : matches(own, value);
  });
}

/** What is wanted as a condition of the store, as far as it can be said there: without choices. */
export function condition(wanted: readonly Wanted[]): Entity {
  return wanted
    .filter(([, value]) => !Array.isArray(value))
    .reduce<unknown>((where, [pointer, value]) => writePointer(where, pointer, value), {}) as Entity;
}
