import { EntityError } from "./entity-error.ts";
import { entityKinds } from "./entity-kinds.ts";
import { versionName } from "./entity-path.ts";
import { type EntityWork, findEntity, listEntities, parentIdOf } from "./find-entity.ts";
import type { EntityType, Members, StoredFolder } from "./types.ts";

/**
 * Lets an entity pass that names only what there is: parent, types, status, task and thumbnail.
 * @throws {EntityError} 409, the project does not have it.
 */
export function checkReferences({ store, project }: EntityWork, type: EntityType, entity: Members): void {
  const place = { store, project };
  const { parent } = entityKinds[type];
  const parentId = parentIdOf(type, entity);
  if (parentId !== null && findEntity(place, parent.type, parentId) === undefined) miss(parent.type, parentId);
  if (typeof entity.taskId === "string" && findEntity(place, "task", entity.taskId) === undefined)
    miss("task", entity.taskId);
  checkName("folder type", project.folderTypes, entity.folderType);
  checkName("task type", project.taskTypes, entity.taskType);
  checkName("status", project.statuses, entity.status);
  const { thumbnailId } = entity;
  if (
    typeof thumbnailId === "string" &&
    store.get("Thumbnail", thumbnailId, { projectName: project.name }) === undefined
  )
    miss("thumbnail", thumbnailId);
}

/**
 * Lets an entity pass that is the only one of its name in its place; two that are not active may share one. Letters
 * count without their case.
 * @throws {EntityError} 409, another one has the name, the number or the path.
 */
export function checkUnique(work: EntityWork, type: EntityType, entity: Members & Pick<StoredFolder, "active">): void {
  const { key } = entityKinds[type];
  const others = (fits: (other: Members) => boolean): boolean =>
    listEntities(work, type, (other) => other.id !== entity.id && fits(other as unknown as Members)).length > 0;
  const isBeside = (other: Members): boolean => parentIdOf(type, other) === parentIdOf(type, entity);
  if (type === "version" && Number(entity.version) < 0) {
    if (others((other) => isBeside(other) && Number(other.version) < 0))
      throw new EntityError(409, "The product has a hero version");
    return;
  }
  const isSame = (other: Members): boolean => foldCase(other[key]) === foldCase(entity[key]);
  const isTaken =
    type === "workfile"
      ? others((other) => other.path === entity.path)
      : entity.active && others((other) => other.active === true && isBeside(other) && isSame(other));
  if (!isTaken) return;
  const name = type === "version" ? versionName(Number(entity.version)) : String(entity[key]);
  throw new EntityError(409, `Another ${type} here is ${name}`, "unique-violation");
}

function checkName(what: string, known: readonly { readonly name: string }[], name: unknown): void {
  if (name === undefined || known.some((one) => one.name === name)) return;
  miss(what, String(name));
}

function miss(what: string, name: string): never {
  throw new EntityError(409, `The project has no ${what} ${name}`, "foreign-key-violation");
}

function foldCase(value: unknown): unknown {
  return typeof value === "string" ? value.toLowerCase() : value;
}
