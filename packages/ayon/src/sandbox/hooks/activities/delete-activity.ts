import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findActivity } from "../../activities/activity.ts";
import { setFiles } from "../../activities/activity-files.ts";
import { tell } from "../../activities/write-activity.ts";
import { isAdmin } from "../../caller.ts";
import { accessProject } from "../../project-access.ts";
import { removeUnusedFiles } from "../../project-files/remove-project-file.ts";

/** Takes an activity away. Its files lose it, and go later. */
export const deleteActivity: Hook<operations["deleteActivity"]> = async (call) => {
  const { store, path, timestamp } = call;
  const { caller, project } = await accessProject(call, path.project_name);
  const activity = findActivity(call, project.name, path.activity_id);
  if (activity.data.author !== caller.name && !isAdmin(caller))
    throw call.refuse(403, "Only the author may delete this activity");
  setFiles(store, project.name, activity.activityId, []);
  store.remove("Activity", activity);
  tell({ store, project, timestamp }, "deleted", activity, caller.name);
  removeUnusedFiles(store, project.name, call.clock.now());
  return { status: 204 };
};
