import type { Entity } from "@fairlead/sandbox";
import { isManager } from "../caller.ts";
import { writeEvent } from "../write-event.ts";
import { EntityError } from "./entity-error.ts";
import { entityKinds, entityTypes } from "./entity-kinds.ts";
import { pathOf } from "./entity-path.ts";
import { viewEntity } from "./entity-view.ts";
import { type EntityWork, listEntities, needEntity, parentIdOf } from "./find-entity.ts";
import { readFolderTree } from "./folder-tree.ts";
import type { EntityType, StoredByType, StoredFolder } from "./types.ts";

/**
 * Removes an entity with all that is below it and the links of all that, and writes the event that tells of it. Versions
 * outlive the task that they were made in.
 * @param options - `force` removes a folder though there are products in it or below it.
 * @throws {EntityError} 403, only managers may force it; 404, there is no such entity; 409, the folder holds products.
 */
export function deleteEntity(
  work: EntityWork,
  type: EntityType,
  id: string,
  options: { readonly force?: boolean } = {},
): void {
  const { project, user } = work;
  const entity = needEntity(work, type, id);
  if (options.force && !isManager(user)) throw new EntityError(403, "Only managers may force this");
  if (type === "folder" && !options.force) checkEmpty(work, entity as StoredFolder);
  const event = {
    topic: `entity.${type}.deleted`,
    project: project.name,
    user: user.name,
    description: `The ${type} ${pathOf(work, type, entity)} was deleted`,
    summary: { entityId: id, parentId: parentIdOf(type, entity) },
    payload: { entityData: viewEntity(work, type, entity) },
  };
  remove(work, type, entity);
  writeEvent(work, event);
}

function checkEmpty(work: EntityWork, folder: StoredFolder): void {
  const ids = new Set(
    readFolderTree(work)
      .below(folder)
      .map(({ id }) => id),
  );
  if (listEntities(work, "product", ({ folderId }) => ids.has(folderId)).length > 0)
    throw new EntityError(409, "The folder, or one below it, holds products", "delete-folder-with-children");
}

function remove<Type extends EntityType>(work: EntityWork, type: Type, entity: StoredByType[Type]): void {
  const { store } = work;
  for (const below of entityTypes) {
    if (entityKinds[below].parent.type !== type) continue;
    for (const child of listEntities(work, below, (one) => parentIdOf(below, one) === entity.id))
      remove(work, below, child);
  }
  if (type === "task") for (const version of versionsOf(work, entity.id)) release(work, version);
  const isOfIt = ({ projectName, inputId, outputId }: Entity): boolean =>
    projectName === entity.projectName && (inputId === entity.id || outputId === entity.id);
  for (const link of store.list("Link", isOfIt)) store.remove("Link", link);
  store.remove(entityKinds[type].resource, { ...entity });
}

function versionsOf(work: EntityWork, task: string): readonly StoredByType["version"][] {
  return listEntities(work, "version", ({ taskId }) => taskId === task);
}

/** Takes the task from a version, whose time of change stays. */
function release({ store }: EntityWork, version: StoredByType["version"]): void {
  store.update("Version", { ...version }, { taskId: undefined }, Date.parse(version.updatedAt));
}
