import { readPointer } from "../pointer.ts";
import type { Pointer, ResourceTable } from "../tables/tables.ts";
import type { Entity } from "./store.ts";

/** The key of an entity as its type declares it; undefined where it has none yet. */
export function keyOf(entity: Entity, table: ResourceTable): string | number | undefined {
  const key = readPointer(entity, table.key.pointer);
  return typeof key === "string" || typeof key === "number" ? key : undefined;
}

/** What tells an entity apart from all others of its type: its key, and the members it counts within. */
export function identityOf(key: string | number, entity: Entity, table: ResourceTable): string {
  const { within = [] } = table.key;
  return within.length === 0
    ? String(key)
    : joinValues([key, ...within.map((pointer) => readPointer(entity, pointer))]);
}

/**
 * The values at some pointers as one text that is equal only for equal values; a number equals its text.
 * @returns Undefined where a value is missing or null: what is not there is not the same as anything.
 */
export function valuesOf(entity: Entity, pointers: readonly Pointer[]): string | undefined {
  const values = pointers.map((pointer) => readPointer(entity, pointer));
  return values.some((value) => value === undefined || value === null) ? undefined : joinValues(values);
}

function joinValues(values: readonly unknown[]): string {
  return JSON.stringify(values.map((value) => (typeof value === "number" ? String(value) : (value ?? null))));
}
