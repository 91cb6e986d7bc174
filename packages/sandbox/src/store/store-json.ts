import { Map as ImmutableMap } from "immutable";
import type { ResourceTable } from "../tables/tables.ts";
import type { StoreState } from "./entity-store.ts";
import { freeze } from "./freeze.ts";
import { keyOf } from "./identity.ts";
import type { Entity } from "./store.ts";
import { emptyType, withEntity } from "./type-state.ts";

interface TypeJson {
  readonly created: number;
  readonly nextKey: number;
  /** Each with its ordinal. */
  readonly entities: readonly (readonly [number, Entity])[];
}

/** A saved store as plain data. The entities in it must be JSON values. */
export function storeJson(saved: StoreState): Record<string, TypeJson> {
  return Object.fromEntries(
    [...saved].map(([type, { created, nextKey, entities }]) => [type, { created, nextKey, entities: [...entities] }]),
  );
}

/**
 * Reads what `storeJson` gave, and builds the indexes again.
 * @throws {TypeError} It is not that, or holds types that are not declared.
 */
export function parseStore(json: unknown, resources: Readonly<Record<string, ResourceTable>>): StoreState {
  if (!isObject(json)) throw new TypeError("The entities of a snapshot must be an object of resources");
  const types = Object.entries(json).map(([type, value]) => {
    const table = Object.hasOwn(resources, type) ? resources[type] : undefined;
    if (table === undefined) throw new TypeError(`The snapshot has entities of ${type}, which is not declared`);
    if (!isTypeJson(value, table)) throw new TypeError(`The snapshot's entities of ${type} are malformed`);
    const filled = value.entities.reduce(
      (state, [ordinal, entity]) => withEntity(state, table, ordinal, freeze(entity)),
      emptyType(table),
    );
    return [type, { ...filled, created: value.created, nextKey: value.nextKey }] as const;
  });
  return ImmutableMap(types);
}

function isTypeJson(value: unknown, table: ResourceTable): value is TypeJson {
  if (!isObject(value) || typeof value.created !== "number" || typeof value.nextKey !== "number") return false;
  const { entities } = value;
  return Array.isArray(entities) && entities.every((pair) => isPair(pair, table));
}

function isPair(pair: unknown, table: ResourceTable): boolean {
  if (!Array.isArray(pair)) return false;
  const [ordinal, entity]: unknown[] = pair;
  return Number.isSafeInteger(ordinal) && isObject(entity) && keyOf(entity, table) !== undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
