import { Map as ImmutableMap, OrderedMap } from "immutable";
import type { ResourceTable } from "../tables/tables.ts";
import { identityOf, keyOf, valuesOf } from "./identity.ts";
import type { Entity } from "./store.ts";

/**
 * The entities of one type, never changed in place, so that two sessions can share them. Each has an ordinal, its place
 * in the order of creation; the indexes lead to it.
 */
export interface TypeState {
  readonly entities: OrderedMap<number, Entity>;
  /** By what tells entities apart. */
  readonly identities: ImmutableMap<string, number>;
  /** By key alone, oldest first; kept only where the key counts within members. */
  readonly keys: ImmutableMap<string, readonly number[]>;
  /** By the values of each unique rule. */
  readonly uniques: readonly ImmutableMap<string, number>[];
  /** How many were ever created: the next ordinal, and the name of the next random key. */
  readonly created: number;
  /** The next number of a sequence. */
  readonly nextKey: number;
}

/** A type without entities. */
export function emptyType(table: ResourceTable): TypeState {
  return {
    entities: OrderedMap(),
    identities: ImmutableMap(),
    keys: ImmutableMap(),
    uniques: table.unique.map(() => ImmutableMap<string, number>()),
    created: 0,
    nextKey: table.key.start ?? 1,
  };
}

/** The ordinals of the entities of that key, oldest first: one at most, unless the key counts within members. */
export function ordinalsOf(state: TypeState, table: ResourceTable, key: string | number): readonly number[] {
  if (table.key.within === undefined || table.key.within.length === 0) {
    const ordinal = state.identities.get(String(key));
    return ordinal === undefined ? [] : [ordinal];
  }
  return state.keys.get(String(key)) ?? [];
}

/** The ordinal of a stored entity, whichever version of it is given. */
export function ordinalOf(state: TypeState, table: ResourceTable, entity: Entity): number | undefined {
  const key = keyOf(entity, table);
  return key === undefined ? undefined : state.identities.get(identityOf(key, entity, table));
}

/** With an entity at an ordinal, new or in place of the one that stands there. */
export function withEntity(state: TypeState, table: ResourceTable, ordinal: number, entity: Entity): TypeState {
  const before = state.entities.get(ordinal);
  const bare = before === undefined ? state : withoutIndexes(state, table, ordinal, before);
  const key = keyOf(entity, table) as string | number;
  return {
    entities: bare.entities.set(ordinal, entity),
    identities: bare.identities.set(identityOf(key, entity, table), ordinal),
    keys: table.key.within?.length ? withOrdinal(bare.keys, String(key), ordinal) : bare.keys,
    uniques: bare.uniques.map((index, rule) => {
      const values = valuesOf(entity, table.unique[rule]?.pointers ?? []);
      return values === undefined ? index : index.set(values, ordinal);
    }),
    created: Math.max(bare.created, ordinal + 1),
    nextKey: typeof key === "number" ? Math.max(bare.nextKey, Math.floor(key) + 1) : bare.nextKey,
  };
}

/** Without the entities at these ordinals. */
export function withoutEntities(state: TypeState, table: ResourceTable, ordinals: Iterable<number>): TypeState {
  let next = state;
  for (const ordinal of ordinals) {
    const entity = next.entities.get(ordinal);
    if (entity === undefined) continue;
    next = { ...withoutIndexes(next, table, ordinal, entity), entities: next.entities.delete(ordinal) };
  }
  return next;
}

/** Without what leads to an entity. */
function withoutIndexes(state: TypeState, table: ResourceTable, ordinal: number, entity: Entity): TypeState {
  const key = keyOf(entity, table) as string | number;
  return {
    ...state,
    identities: state.identities.delete(identityOf(key, entity, table)),
    keys: table.key.within?.length ? withoutOrdinal(state.keys, String(key), ordinal) : state.keys,
    uniques: state.uniques.map((index, rule) => {
      const values = valuesOf(entity, table.unique[rule]?.pointers ?? []);
      return values === undefined ? index : index.delete(values);
    }),
  };
}

function withOrdinal(keys: TypeState["keys"], key: string, ordinal: number): TypeState["keys"] {
  const ordinals = keys.get(key) ?? [];
  return ordinals.includes(ordinal)
    ? keys
    : keys.set(
        key,
        [...ordinals, ordinal].sort((a, b) => a - b),
      );
}

function withoutOrdinal(keys: TypeState["keys"], key: string, ordinal: number): TypeState["keys"] {
  const ordinals = (keys.get(key) ?? []).filter((other) => other !== ordinal);
  return ordinals.length === 0 ? keys.delete(key) : keys.set(key, ordinals);
}
