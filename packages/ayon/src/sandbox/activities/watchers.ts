import type { EntityPlace } from "../entity/find-entity.ts";
import type { EntityType } from "../entity/types.ts";
import type { Activity } from "./activity.ts";

/** Names of the users who watch an entity: an activity says so of each. */
export function watchersOf(
  { store, project }: EntityPlace,
  entityType: EntityType,
  entityId: string,
): readonly string[] {
  const where = { projectName: project.name, activityType: "watch", entityType, entityId };
  const watches = store.list("Activity", where) as readonly Activity[];
  return watches.flatMap(({ data }) => (typeof data.watcher === "string" ? [data.watcher] : []));
}
