import type { Tables } from "@fairlead/sandbox/tables";
import { readPointer } from "../document/pointer.ts";
import type { WorldEntity } from "../world.ts";
import { foreignType, keyPointer } from "./references.ts";

/** Entities of a world by type. */
export type Population = ReadonlyMap<string, readonly WorldEntity[]>;

/**
 * One entity of each needed type, all of which belong together: a scene, its branch, and the project of both. Preferred
 * keys are taken where such an entity fits.
 * @returns Undefined for a type of which there is none that fits.
 */
export function chooseCast(
  needed: readonly string[],
  population: Population,
  tables: Tables,
  preferred: ReadonlyMap<string, readonly unknown[]>,
): Map<string, WorldEntity> {
  const cast = new Map<string, WorldEntity>();
  const pick = (type: string, fits: (entity: WorldEntity) => boolean): void => {
    if (cast.has(type)) return;
    const candidates = (population.get(type) ?? []).filter((one) => fits(one) && belongs(type, one, cast, tables));
    const wishes = preferred.get(type) ?? [];
    const wished = candidates.find((one) => wishes.includes(keyOf(tables, type, one)));
    const chosen = wished ?? fullest(type, candidates, population, tables);
    if (chosen === undefined) return;
    cast.set(type, chosen);
    for (const [foreign, value] of foreignKeys(type, chosen, tables))
      pick(foreign, (one) => String(keyOf(tables, foreign, one)) === String(value));
  };
  const depths = [...new Set(needed)].map((type) => ({ type, depth: depthOf(type, tables) }));
  for (const { type } of depths.sort((a, b) => b.depth - a.depth)) pick(type, () => true);
  return cast;
}

/** The first entity that most others belong to: an empty project shows little of its operations. */
function fullest(
  type: string,
  candidates: readonly WorldEntity[],
  population: Population,
  tables: Tables,
): WorldEntity | undefined {
  if (candidates.length < 2) return candidates[0];
  const counts = new Map<string, number>();
  for (const [child, entities] of population) {
    const { parent } = tables.resources[child] ?? {};
    if (parent?.type !== type) continue;
    const seen = entities.map((one) => String(readPointer(one, parent.pointer)));
    // Each kind counts once, or one large list would outweigh all others.
    for (const key of new Set(seen)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const countOf = (one: WorldEntity): number => counts.get(String(keyOf(tables, type, one))) ?? 0;
  return candidates.reduce<WorldEntity | undefined>(
    (best, one) => (best !== undefined && countOf(best) >= countOf(one) ? best : one),
    undefined,
  );
}

/** The key of an entity. */
export function keyOf(tables: Tables, type: string, entity: WorldEntity): unknown {
  return readPointer(entity, keyPointer(tables, type));
}

/** What tells an entity from all others of its type, as one text: its key, and what the key is unique within. */
export function identityOf(tables: Tables, type: string, entity: WorldEntity): string {
  const { within = [] } = tables.resources[type]?.key ?? {};
  return JSON.stringify([keyOf(tables, type, entity), ...within.map((pointer) => readPointer(entity, pointer))]);
}

/** Whether an entity fits to those already chosen, in both directions. */
function belongs(type: string, entity: WorldEntity, cast: ReadonlyMap<string, WorldEntity>, tables: Tables): boolean {
  for (const [foreign, value] of foreignKeys(type, entity, tables)) {
    const chosen = cast.get(foreign);
    if (chosen !== undefined && String(keyOf(tables, foreign, chosen)) !== String(value)) return false;
  }
  for (const [chosenType, chosen] of cast) {
    for (const [foreign, value] of foreignKeys(chosenType, chosen, tables))
      if (foreign === type && String(value) !== String(keyOf(tables, type, entity))) return false;
  }
  return true;
}

/** The entities that an entity names: its parent, and members such as `branchId`. */
function foreignKeys(type: string, entity: WorldEntity, tables: Tables): [string, unknown][] {
  const parent = tables.resources[type]?.parent;
  const found: [string, unknown][] = [];
  if (parent !== undefined) found.push([parent.type, readPointer(entity, parent.pointer)]);
  for (const [name, value] of Object.entries(entity)) {
    if (typeof value !== "string" && typeof value !== "number") continue;
    const foreign = foreignType(type, `/${name}`, tables);
    if (foreign !== undefined && foreign !== type && foreign !== parent?.type) found.push([foreign, value]);
  }
  return found.filter(([, value]) => value !== undefined && value !== null);
}

function depthOf(type: string, tables: Tables, seen = 0): number {
  const { parent, key } = tables.resources[type] ?? {};
  const own = (key?.within?.length ?? 0) > 0 ? 1 : 0;
  return parent === undefined || seen > 8 ? own : own + 1 + depthOf(parent.type, tables, seen + 1);
}
