import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { ensureWatching, touchEntity, writeActivity } from "../../activities/write-activity.ts";
import { isManager } from "../../caller.ts";
import { duplicateAnswer } from "../../duplicate-answer.ts";
import type { User } from "../../entities.ts";
import { findEntity } from "../../entity/find-entity.ts";
import { accessProject } from "../../project-access.ts";
import { removeUnusedFiles } from "../../project-files/remove-project-file.ts";

type Creation = Call<operations["createActivity"]>;

/** Kinds of activity that people may write. */
const human = ["comment", "version.review"];

/** Writes an activity about an entity, which the user watches from then on. */
export const createActivity: Hook<operations["createActivity"]> = async (call) => {
  const { store, body, path, timestamp } = call;
  const { caller, project } = await accessProject(call, path.project_name);
  checkRights(call, caller);
  const place = { store, project, timestamp };
  const { entity_type: entityType, entity_id: entityId } = path;
  const entity = findEntity(place, entityType, entityId);
  if (entity === undefined) throw call.refuse(404, `The project has no ${entityType} ${entityId}`);
  if (body.id && store.get("Activity", body.id) !== undefined)
    return duplicateAnswer(call, `There is an activity ${body.id}`);
  const { activityId } = writeActivity(place, {
    activityType: body.activityType,
    entityType,
    entity,
    author: caller.name,
    ...(body.id && { activityId: body.id }),
    body: body.body ?? "",
    tags: body.tags ?? [],
    ...(body.files && { files: body.files }),
    ...(body.timestamp && { timestamp: body.timestamp }),
    data: body.data ?? {},
  });
  touchEntity(place, entityType, entity);
  if (caller.data.isService !== true) ensureWatching(place, entityType, entity, caller.name);
  removeUnusedFiles(store, project.name, call.clock.now());
  return call.reply({ id: activityId });
};

/**
 * Lets those write who may. Nothing here makes a review session, in which alone guests comment, nor the categories that
 * people may use.
 * @throws {Refusal} 400, the kind of activity is not for people; 403, the user is a guest or names a category.
 */
function checkRights({ body, refuse }: Creation, user: User): void {
  if (user.data.isService === true) return;
  if (!human.includes(body.activityType)) throw refuse(400, "People write comments and reviews only");
  if (user.data.isGuest) throw refuse(403, "Guests comment in a review session only");
  if (body.data?.category && !isManager(user)) throw refuse(403, `${user.name} may not use this category`);
}
