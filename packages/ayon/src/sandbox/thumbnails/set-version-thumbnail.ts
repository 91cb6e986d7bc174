import type { Random, Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import { entityKinds } from "../entity/entity-kinds.ts";
import { type EntityPlace, findEntity } from "../entity/find-entity.ts";
import type { EntityType, StoredByType, StoredVersion } from "../entity/types.ts";

type Affected = components["schemas"]["AffectedEntity"];

/** Gives a version its thumbnail. Its folder and its task count as changed too; all three get a new hash for caches. */
export function setVersionThumbnail(
  place: EntityPlace & { readonly random: Random },
  version: StoredVersion,
  thumbnailId: string,
): Affected[] {
  place.store.update("Version", { ...version }, { thumbnailId });
  const product = findEntity(place, "product", version.productId);
  const shown = [
    ["version", version.id],
    ["folder", product?.folderId],
    ["task", version.taskId],
  ] as const;
  return shown.flatMap(([type, id]) => {
    const entity = findEntity(place, type, id);
    return entity === undefined ? [] : [renewHash(place, type, entity, thumbnailId)];
  });
}

function renewHash(
  { store, random }: { readonly store: Store; readonly random: Random },
  entityType: EntityType,
  { id, data }: StoredByType[EntityType],
  thumbnailId: string,
): Affected {
  const thumbnailHash = random.hex(`thumbnail ${thumbnailId} of ${id}`, 6);
  store.update(entityKinds[entityType].resource, { id }, { data: { ...data, thumbnailHash } });
  return { entityType, entityId: id, thumbnailHash, thumbnailId: null };
}
