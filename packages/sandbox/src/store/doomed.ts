import { Refusal } from "../engine/refusal.ts";
import { readPointer } from "../pointer.ts";
import type { Tables } from "../tables/tables.ts";
import { keyOf } from "./identity.ts";
import type { Entity } from "./store.ts";
import { ordinalsOf, type TypeState } from "./type-state.ts";

/** Ordinals by type. */
export type Doomed = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * What has to go together with an entity: all that hangs on it by a parent that cascades, however deep. Each type that
 * hangs on another is looked through once for each level, not once for each entity.
 * @throws {Refusal} 409, something that restricts hangs on what has to go.
 */
export function findDoomed(
  tables: Pick<Tables, "resources">,
  stateOf: (type: string) => TypeState,
  type: string,
  ordinal: number,
): Doomed {
  const doomed = new Map<string, Set<number>>([[type, new Set([ordinal])]]);
  let level: Doomed = doomed;
  while (level.size > 0) {
    const next = new Map<string, Set<number>>();
    for (const [parent, ordinals] of level) {
      const orphans = orphanedKeys(tables, stateOf, parent, ordinals, doomed);
      for (const [child, found] of childrenOf(tables, stateOf, parent, orphans, "cascade")) {
        const known = doomed.get(child) ?? new Set();
        const fresh = found.filter(([at]) => !known.has(at)).map(([at]) => at);
        if (fresh.length === 0) continue;
        doomed.set(child, new Set([...known, ...fresh]));
        next.set(child, new Set([...(next.get(child) ?? []), ...fresh]));
      }
    }
    level = next;
  }
  for (const [parent, ordinals] of doomed) {
    const orphans = orphanedKeys(tables, stateOf, parent, ordinals, doomed);
    for (const [child, found] of childrenOf(tables, stateOf, parent, orphans, "restrict")) {
      const holder = found.find(([at]) => doomed.get(child)?.has(at) !== true);
      const table = tables.resources[child];
      if (holder === undefined || table === undefined) continue;
      const key = readPointer(holder[1], table.parent?.pointer ?? "");
      throw new Refusal(
        409,
        `${parent} ${String(key)} can't be removed while ${child} ${keyOf(holder[1], table)} hangs on it`,
      );
    }
  }
  return doomed;
}

/** Keys that nothing will have any more; the same key may live on where it counts within members. */
function orphanedKeys(
  tables: Pick<Tables, "resources">,
  stateOf: (type: string) => TypeState,
  type: string,
  ordinals: ReadonlySet<number>,
  doomed: Doomed,
): Set<string> {
  const state = stateOf(type);
  const table = tables.resources[type];
  const keys = new Set<string>();
  for (const ordinal of ordinals) {
    const entity = state.entities.get(ordinal);
    const key = entity && table && keyOf(entity, table);
    if (key === undefined || table === undefined) continue;
    const left = ordinalsOf(state, table, key).filter((other) => doomed.get(type)?.has(other) !== true);
    if (left.length === 0) keys.add(String(key));
  }
  return keys;
}

function* childrenOf(
  tables: Pick<Tables, "resources">,
  stateOf: (type: string) => TypeState,
  parent: string,
  keys: ReadonlySet<string>,
  onDelete: "cascade" | "restrict",
): Generator<[string, [number, Entity][]]> {
  if (keys.size === 0) return;
  for (const [child, table] of Object.entries(tables.resources)) {
    if (table.parent?.type !== parent || table.parent.onDelete !== onDelete) continue;
    const { pointer } = table.parent;
    const hangs = ([, entity]: [number, Entity]): boolean => keys.has(String(readPointer(entity, pointer)));
    yield [child, [...stateOf(child).entities].filter(hangs)];
  }
}
