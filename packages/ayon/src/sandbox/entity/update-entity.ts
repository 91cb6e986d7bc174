import { mergeAttrib, mergeMembers, withoutNulls } from "../attrib.ts";
import { writeChangeEvents } from "./change-events.ts";
import { checkReferences, checkUnique } from "./check-entity.ts";
import { knownAttributes } from "./entity-attributes.ts";
import { EntityError } from "./entity-error.ts";
import { entityKinds } from "./entity-kinds.ts";
import { type EntityWork, needEntity } from "./find-entity.ts";
import { readFolderTree } from "./folder-tree.ts";
import { readMembers } from "./read-members.ts";
import { touchTask } from "./touch-task.ts";
import type { EntityType, Members, StoredByType, StoredFolder } from "./types.ts";

/** What of a folder stays as it is once there are versions in it. */
const settled = ["name", "folderType", "parentId"];

/**
 * Changes what is given of an entity, and writes the events that tell of it. Attributes, `data` and traits are merged
 * one level deep, where null takes a member away.
 * @param options - `force` lets a folder with versions change its name and place.
 * @throws {EntityError} 400, a value has another form, or a folder would be inside itself; 403, the folder has versions;
 *   404, there is no such entity; 409, it would name something that the project does not have, or its name is taken.
 */
export function updateEntity<Type extends EntityType>(
  work: EntityWork,
  type: Type,
  id: string,
  given: Members,
  options: { readonly force?: boolean } = {},
): StoredByType[Type] {
  const { store, user } = work;
  const { resource, parent, key, members } = entityKinds[type];
  const entity = needEntity(work, type, id);
  const read = readMembers(type, given);
  for (const [name, value] of Object.entries(read))
    if (value === null && members[name]?.needed !== "never")
      throw new EntityError(400, `A ${type} can't be without ${name}`, "not-null-violation");
  const patch: Members =
    read.attrib === undefined ? read : { ...read, attrib: knownAttributes(store, type, read.attrib as Members) };
  if (type === "folder") checkFolder(work, entity as unknown as StoredFolder, patch, options.force === true);
  const { attrib, data, traits, ...scalars } = patch;
  const hash = patch.thumbnailId === undefined ? {} : { thumbnailHash: thumbnailHash(work, id) };
  const before = entity as unknown as Members;
  const changes = {
    ...Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, value ?? undefined])),
    ...(attrib !== undefined && mergeAttrib(entity, attrib as Members)),
    data: mergeMembers(entity.data, { ...(data as Members | undefined), ...hash }),
    ...(traits === null && { traits: undefined }),
    ...(traits != null && { traits: mergeMembers((before.traits ?? {}) as Members, traits as Members) }),
    ...(patch.updatedBy === undefined && { updatedBy: user.name }),
  };
  const after = { ...before, ...changes } as unknown as StoredByType[Type] & Members;
  checkReferences(work, type, withoutNulls(patch));
  if ([key, parent.member, "active"].some((name) => patch[name] !== undefined)) checkUnique(work, type, after);
  writeChangeEvents(work, type, entity, patch);
  const updated = store.update(resource, { ...entity }, changes) as unknown as StoredByType[Type];
  touchTask(work, type, updated);
  return updated;
}

/** Another text each time, so that whoever shows the thumbnail knows of the change. */
function thumbnailHash({ store, random }: EntityWork, id: string): string {
  return random.hex(`thumbnail of ${id} after event ${store.list("Event").length}`, 6);
}

function checkFolder(work: EntityWork, folder: StoredFolder, patch: Members, force: boolean): void {
  const before = folder as Members;
  if (settled.every((name) => patch[name] === undefined)) return;
  const tree = readFolderTree(work);
  const moved = settled.find((name) => patch[name] !== undefined && patch[name] !== (before[name] ?? null));
  if (!force && moved !== undefined && tree.hasVersions(folder.id))
    throw new EntityError(403, `A folder with versions keeps its ${moved}`);
  if (tree.below(folder).some(({ id }) => id === patch.parentId))
    throw new EntityError(400, "A folder can't be inside itself");
}
