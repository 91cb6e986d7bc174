import type { Pointer } from "../tables/tables.ts";
import type { Entity } from "./store.ts";

/** The entities of one version of a type by the key of their parent, for as long as the version lives. */
const indexes = new WeakMap<readonly Entity[], ReadonlyMap<string, readonly Entity[]>>();

/**
 * The entities that hang on the parent that a condition names, in their order; undefined where it names none. An answer
 * asks for the children of each item of a list, and would go through all of them each time.
 * @param all - All entities of one version of the type: always the same array for the same version.
 * @param pointer - Where an entity has the key of its parent.
 */
export function childrenOf(
  all: readonly Entity[],
  pointer: Pointer | undefined,
  where: Entity,
): readonly Entity[] | undefined {
  const name = pointer?.slice(1);
  if (name === undefined || /[/~]/.test(name) || !Object.hasOwn(where, name)) return undefined;
  const key = where[name];
  if (!isKey(key)) return undefined;
  let index = indexes.get(all);
  if (index === undefined) {
    index = indexOf(all, name);
    indexes.set(all, index);
  }
  // Ids of numbers arrive as text.
  return index.get(String(key)) ?? [];
}

function indexOf(all: readonly Entity[], name: string): ReadonlyMap<string, readonly Entity[]> {
  const index = new Map<string, Entity[]>();
  for (const entity of all) {
    const key = Object.hasOwn(entity, name) ? entity[name] : undefined;
    if (!isKey(key)) continue;
    const known = index.get(String(key));
    if (known === undefined) index.set(String(key), [entity]);
    else known.push(entity);
  }
  return index;
}

function isKey(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
