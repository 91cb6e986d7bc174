import { withoutNulls } from "../attrib.ts";
import { isAdmin } from "../caller.ts";
import type { Project } from "../entities.ts";
import { writeEvent } from "../write-event.ts";
import { checkReferences, checkUnique } from "./check-entity.ts";
import { knownAttributes } from "./entity-attributes.ts";
import { EntityError } from "./entity-error.ts";
import { entityKinds } from "./entity-kinds.ts";
import { nameOf } from "./entity-path.ts";
import { type EntityWork, parentIdOf } from "./find-entity.ts";
import { readId, readMembers } from "./read-members.ts";
import { touchTask } from "./touch-task.ts";
import type { EntityType, Members, StoredByType } from "./types.ts";

/**
 * Makes an entity, and the event that tells of it. What is not given has its default: the first status that fits, the
 * first folder type.
 * @param given - Its members by the names of the document or in snake case; with `id`, the id is the caller's.
 * @throws {EntityError} 400, a value is missing or has another form; 403, a version of somebody else; 409, it names
 *   something that the project does not have, or its id or name is taken.
 */
export function createEntity<Type extends EntityType>(
  work: EntityWork,
  type: Type,
  given: Members,
): StoredByType[Type] {
  const { store, project, user } = work;
  const { resource } = entityKinds[type];
  const members = withoutNulls(readMembers(type, given));
  demandMembers(type, members);
  const { attrib, createdBy: _maker, updatedBy: _changer, ...rest } = members;
  const own = withoutNulls(knownAttributes(store, type, (attrib ?? {}) as Members));
  const entity = {
    ...(given.id != null && { id: readId(given.id) }),
    projectName: project.name,
    status: defaultStatus(project, type),
    tags: [],
    active: true,
    data: {},
    ...defaults(type, project, rest, user.name),
    ...rest,
    attrib: own,
    ownAttrib: Object.keys(own),
    // The server forgets who made a task.
    ...(type !== "task" && { createdBy: user.name, updatedBy: user.name }),
  };
  if (type === "version" && !isAdmin(user) && (entity as Members).author !== user.name)
    throw new EntityError(403, "Only administrators publish versions of somebody else");
  if (type === "folder" && entity.id !== undefined && parentIdOf(type, entity) === entity.id)
    throw new EntityError(400, "A folder can't be inside itself");
  checkReferences(work, type, entity);
  if (entity.id !== undefined && store.get(resource, entity.id) !== undefined)
    throw new EntityError(409, `The id ${entity.id} is taken`, "unique-violation");
  checkUnique(work, type, entity);
  const created = store.create(resource, entity) as unknown as StoredByType[Type];
  touchTask(work, type, created);
  writeEvent(work, {
    topic: `entity.${type}.created`,
    project: project.name,
    user: user.name,
    description: `The ${type} ${nameOf(type, created)} was made`,
    summary: { entityId: created.id, parentId: parentIdOf(type, created) },
  });
  return created;
}

/** The status of a new entity: the first that fits its kind, or else the first. */
export function defaultStatus({ statuses }: Pick<Project, "statuses">, type: EntityType): string {
  const fitting = statuses.find(({ scope }) => !Array.isArray(scope) || (scope as readonly string[]).includes(type));
  const status = (fitting ?? statuses[0])?.name;
  if (status === undefined) throw new EntityError(409, "The project has no statuses");
  return status;
}

function demandMembers(type: EntityType, members: Members): void {
  const missing = Object.entries(entityKinds[type].members)
    .filter(([name, { needed }]) => needed === "always" && members[name] === undefined)
    .map(([name]) => name);
  if (missing.length > 0) throw new EntityError(400, `A new ${type} needs ${missing.join(" and ")}`, "invalid_data");
}

function defaults(type: EntityType, project: Project, members: Members, userName: string): Members {
  if (type === "task") return { assignees: [] };
  if (type === "representation") return { files: [] };
  if (type === "product") return { productBaseType: members.productType };
  if (type === "version") return { author: userName };
  if (type !== "folder") return {};
  const folderType = project.folderTypes[0]?.name;
  if (folderType === undefined && members.folderType === undefined)
    throw new EntityError(409, "The project has no folder types");
  return { folderType };
}
