import { type EntityWork, findEntity } from "./find-entity.ts";
import type { EntityType, StoredByType } from "./types.ts";

/** Marks the task of a version as changed, because what it shows comes from its newest version. */
export function touchTask<Type extends EntityType>(work: EntityWork, type: Type, entity: StoredByType[Type]): void {
  if (type !== "version") return;
  const task = findEntity(work, "task", (entity as StoredByType["version"]).taskId);
  if (task !== undefined) work.store.update("Task", { ...task }, {});
}
