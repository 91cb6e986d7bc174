import { writeEvent } from "../write-event.ts";
import { pathOf } from "./entity-path.ts";
import { type EntityWork, parentIdOf } from "./find-entity.ts";
import type { EntityType, Members, StoredByType } from "./types.ts";

/** The last part of an event's topic by the member that has changed, in the order in which the server writes them. */
const topics: Readonly<Record<string, string>> = {
  name: "renamed",
  status: "status_changed",
  tags: "tags_changed",
  attrib: "attrib_changed",
  data: "data_changed",
  label: "label_changed",
  folderType: "type_changed",
  taskType: "type_changed",
  thumbnailId: "thumbnail_changed",
  active: "active_changed",
  assignees: "assignees_changed",
  productType: "product_type_changed",
  author: "author_changed",
  files: "files_changed",
  parentId: "parent_changed",
  folderId: "folder_changed",
  taskId: "task_changed",
  productId: "product_changed",
  versionId: "version_changed",
};

/**
 * Writes an event for each member that a change makes another one.
 * @param entity - As it was before.
 * @param patch - The members that are set, null for those that are taken away.
 */
export function writeChangeEvents<Type extends EntityType>(
  work: EntityWork,
  type: Type,
  entity: StoredByType[Type],
  patch: Members,
): void {
  const before = entity as unknown as Members;
  const entityPath = pathOf(work, type, entity);
  for (const [member, topic] of Object.entries(topics)) {
    if (patch[member] === undefined) continue;
    const change = member === "attrib" ? attribChange(entity.attrib, patch.attrib as Members) : undefined;
    const oldValue = change === undefined ? (before[member] ?? null) : change.oldValue;
    const newValue = change === undefined ? patch[member] : change.newValue;
    if (isEqual(oldValue, newValue)) continue;
    writeEvent(work, {
      topic: `entity.${type}.${topic}`,
      project: work.project.name,
      user: work.user.name,
      description: `The ${type} ${entityPath} has another ${member}`,
      summary: {
        entityId: entity.id,
        parentId: parentIdOf(type, entity),
        entityPath,
        ...(member !== "attrib" && { value: newValue }),
      },
      payload: { oldValue, newValue },
    });
  }
}

/** The attributes that change, as they were and as they will be. */
function attribChange(own: Members, given: Members): { readonly oldValue: Members; readonly newValue: Members } {
  const names = Object.keys(given).filter((name) => !isEqual(own[name] ?? null, given[name]));
  const known = names.filter((name) => own[name] !== undefined);
  return {
    oldValue: Object.fromEntries(known.map((name) => [name, own[name]])),
    newValue: Object.fromEntries(names.map((name) => [name, given[name]])),
  };
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
