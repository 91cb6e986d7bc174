import type { Random, Store } from "@fairlead/sandbox";
import type { Project, User } from "../entities.ts";
import { EntityError } from "./entity-error.ts";
import { entityKinds } from "./entity-kinds.ts";
import type { EntityType, StoredByType } from "./types.ts";

/** Where entities are worked on, and for whom. */
export interface EntityWork {
  readonly store: Store;
  readonly random: Random;
  readonly project: Project;
  /** Who does it. */
  readonly user: User;
}

/** Where to look for entities. */
export interface EntityPlace {
  readonly store: Store;
  readonly project: Pick<Project, "name">;
}

/** An entity of a project by its id; undefined where the project has none. */
export function findEntity<Type extends EntityType>(
  { store, project }: EntityPlace,
  type: Type,
  id: string | undefined,
): StoredByType[Type] | undefined {
  if (id === undefined) return undefined;
  const found = store.get(entityKinds[type].resource, id, { projectName: project.name });
  return found as StoredByType[Type] | undefined;
}

/** An entity of a project by its id. @throws {EntityError} 404, the project has none. */
export function needEntity<Type extends EntityType>(place: EntityPlace, type: Type, id: string): StoredByType[Type] {
  const found = findEntity(place, type, id);
  if (found === undefined) throw new EntityError(404, `The project has no ${type} ${id}`);
  return found;
}

/** The entities of one kind in a project, oldest first; with `fits`, those for which it is true. */
export function listEntities<Type extends EntityType>(
  { store, project }: EntityPlace,
  type: Type,
  fits: (entity: StoredByType[Type]) => boolean = () => true,
): readonly StoredByType[Type][] {
  const isWanted = (entity: unknown): boolean => {
    const stored = entity as StoredByType[Type];
    return stored.projectName === project.name && fits(stored);
  };
  return store.list(entityKinds[type].resource, isWanted) as readonly unknown[] as readonly StoredByType[Type][];
}

/** The id of what an entity is in; null for a folder at the top. */
export function parentIdOf(type: EntityType, entity: object): string | null {
  const id = (entity as Readonly<Record<string, unknown>>)[entityKinds[type].parent.member];
  return typeof id === "string" ? id : null;
}
