import type { Seed } from "../api.ts";
import type { EntityStore } from "../store/entity-store.ts";
import type { Tables } from "../tables/tables.ts";

/**
 * Fills an empty store, parents before what hangs on them.
 * @throws {Error} The seed has a resource that is not declared, or what no request could make: parents that do not
 * exist, keys or unique members that are taken. The message names it.
 */
export function seedStore(store: EntityStore, seed: Seed, tables: Pick<Tables, "resources">): void {
  const depth = (type: string, seen: readonly string[] = []): number => {
    const parent = tables.resources[type]?.parent?.type;
    return parent === undefined || seen.includes(parent) ? 0 : 1 + depth(parent, [...seen, parent]);
  };
  const types = Object.keys(seed).sort((a, b) => depth(a) - depth(b));
  for (const type of types) {
    try {
      store.seed(type, seed[type] ?? []);
    } catch (cause) {
      throw new Error(`The seed's ${type} can't be stored: ${(cause as Error).message}`, { cause });
    }
  }
}
