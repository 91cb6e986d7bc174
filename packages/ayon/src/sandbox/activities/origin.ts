import { nameOf } from "../entity/entity-path.ts";
import { type EntityPlace, findEntity } from "../entity/find-entity.ts";
import type { EntityType, Members, StoredByType } from "../entity/types.ts";

/** The entity of an activity, as the activity itself shows it. */
export function describeOrigin<Type extends EntityType>(type: Type, entity: StoredByType[Type]): Members {
  const members: Members = { ...entity };
  const subtype = members[`${type}Type`];
  return {
    type,
    id: entity.id,
    name: nameOf(type, entity),
    ...(subtype !== undefined && { subtype }),
    ...((type === "folder" || type === "task") && { label: members.label ?? null }),
  };
}

/** What a task or a version is in, from the outside to the inside, as its activities show it. */
export function describeParents(
  place: EntityPlace,
  type: EntityType,
  entity: StoredByType[EntityType],
): readonly Members[] {
  if (type === "task" && "folderId" in entity) return describeFolder(place, entity.folderId);
  if (type !== "version" || !("productId" in entity)) return [];
  const product = findEntity(place, "product", entity.productId);
  if (product === undefined) return [];
  const { id, name, productType } = product;
  return [...describeFolder(place, product.folderId), { type: "product", subtype: productType, id, name }];
}

function describeFolder(place: EntityPlace, id: string): readonly Members[] {
  const folder = findEntity(place, "folder", id);
  if (folder === undefined) return [];
  const { name, label = null, folderType } = folder;
  return [{ type: "folder", subtype: folderType, id, name, label }];
}
