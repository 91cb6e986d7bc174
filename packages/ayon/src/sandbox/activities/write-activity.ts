import type { Call, OperationShape, Store } from "@fairlead/sandbox";
import { entityKinds } from "../entity/entity-kinds.ts";
import type { EntityPlace } from "../entity/find-entity.ts";
import type { EntityType, Members, StoredByType } from "../entity/types.ts";
import { writeEvent } from "../write-event.ts";
import type { Activity } from "./activity.ts";
import { describeFiles, setFiles } from "./activity-files.ts";
import { hasChecklist } from "./checklist.ts";
import { findReferences } from "./find-references.ts";
import { describeOrigin, describeParents } from "./origin.ts";
import { watchersOf } from "./watchers.ts";

/** Where activities are written. */
export interface ActivityPlace extends EntityPlace {
  readonly store: Store;
  readonly timestamp: Call<OperationShape>["timestamp"];
}

/** An activity to write. */
export interface NewActivity {
  readonly activityType: string;
  readonly entityType: EntityType;
  readonly entity: StoredByType[EntityType];
  /** Name of the user who writes it. */
  readonly author: string;
  readonly activityId?: string;
  readonly body?: string;
  readonly tags?: readonly string[];
  /** Ids of files that belong to it from now on; absent to leave files alone. */
  readonly files?: readonly string[];
  /** When it happened, in ISO 8601. @default now */
  readonly timestamp?: string;
  readonly data?: Members;
}

/** Kinds that come of an event, so that there is none of their own. */
const untold = ["status.change", "assignee.add", "assignee.remove", "version.publish"];

/** Writes an activity, and an event that tells of it. The id has to be free. */
export function writeActivity(place: ActivityPlace, given: NewActivity): Activity {
  const { store, project } = place;
  const { activityType, entityType, entity, author, body = "", files, data } = given;
  const draft = { activityType, entityType, entityId: entity.id, body, author };
  const made = store.create("Activity", {
    ...(given.activityId && { activityId: given.activityId }),
    projectName: project.name,
    activityType,
    entityType,
    entityId: entity.id,
    body,
    tags: given.tags ?? [],
    data: {
      ...data,
      origin: describeOrigin(entityType, entity),
      parents: describeParents(place, entityType, entity),
      ...(activityType === "comment" && hasChecklist(body) && { hasChecklist: true }),
      author,
      ...(files && { files: describeFiles(store, project.name, files) }),
    },
    references: findReferences(place, draft),
  }) as Activity;
  if (files) setFiles(store, project.name, made.activityId, files);
  tell(place, "created", made, author);
  if (given.timestamp === undefined) return made;
  // The store stamps what it makes with the time of its clock.
  const at = Date.parse(given.timestamp);
  const createdAt = new Date(at).toISOString();
  return store.update("Activity", made, { createdAt }, at) as Activity;
}

/** Marks an entity as changed, because somebody wrote about it. */
export function touchEntity({ store }: ActivityPlace, entityType: EntityType, entity: StoredByType[EntityType]): void {
  store.update(entityKinds[entityType].resource, { ...entity }, {});
}

/** Makes a user watch an entity, unless that is so. */
export function ensureWatching(
  place: ActivityPlace,
  entityType: EntityType,
  entity: StoredByType[EntityType],
  watcher: string,
): void {
  if (watchersOf(place, entityType, entity.id).includes(watcher)) return;
  writeActivity(place, { activityType: "watch", entityType, entity, author: watcher, data: { watcher } });
}

/** Writes the event that tells what became of an activity. */
export function tell(
  place: ActivityPlace,
  what: "created" | "updated" | "deleted",
  { activityId, activityType, references, body }: Activity,
  user: string,
): void {
  if (untold.includes(activityType)) return;
  writeEvent(place, {
    topic: `activity.${what}`,
    project: place.project.name,
    user,
    description: `A ${activityType} was ${what}`,
    summary: {
      activity_id: activityId,
      activity_type: activityType,
      references: references.flatMap(({ entityId, entityType, referenceType }) =>
        entityId === null ? [] : [{ entity_id: entityId, entity_type: entityType, reference_type: referenceType }],
      ),
    },
    payload: what === "deleted" ? {} : { body },
  });
}
