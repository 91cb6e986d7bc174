import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { type Activity, type ActivityData, findActivity } from "../../activities/activity.ts";
import { describeFiles, setFiles } from "../../activities/activity-files.ts";
import { differInTicksOnly, hasChecklist } from "../../activities/checklist.ts";
import { renewMentions } from "../../activities/find-references.ts";
import { tell } from "../../activities/write-activity.ts";
import { isAdmin } from "../../caller.ts";
import { accessProject } from "../../project-access.ts";
import { removeUnusedFiles } from "../../project-files/remove-project-file.ts";

type Update = Call<operations["updateActivity"]>;

/** Changes an activity. Others than its author and administrators may tick boxes and set tags only. */
export const updateActivity: Hook<operations["updateActivity"]> = async (call) => {
  const { store, path, timestamp } = call;
  const { caller, project } = await accessProject(call, path.project_name);
  const activity = findActivity(call, project.name, path.activity_id);
  const isOwn = activity.data.author === caller.name || isAdmin(caller);
  const body = call.body.body ?? activity.body;
  if (!isOwn && !differInTicksOnly(activity.body, body)) throw call.refuse(403, "Only the author may change this text");
  const files = isOwn ? filesAfter(call, activity) : undefined;
  const updated = store.update("Activity", activity, {
    body,
    tags: call.body.tags ?? activity.tags,
    references: renewMentions(activity.references, body),
    data: dataAfter(
      activity,
      body,
      isOwn ? call.body.data : undefined,
      files && describeFiles(store, project.name, files),
    ),
  }) as Activity;
  if (files) setFiles(store, project.name, activity.activityId, files);
  tell({ store, project, timestamp }, "updated", updated, caller.name);
  removeUnusedFiles(store, project.name, call.clock.now());
  return { status: 204 };
};

/** Ids of the files that the activity is to have; undefined where they stay. */
function filesAfter({ body }: Update, { data }: Activity): readonly string[] | undefined {
  if (!body.files) return undefined;
  const before = body.appendFiles ? (data.files ?? []).map(({ id }) => id) : [];
  return [...body.files, ...before.filter((id) => !body.files?.includes(id))];
}

/** The free members with those that are given; the author stays, and so does what the server adds. */
function dataAfter(
  { activityType, data }: Activity,
  body: string,
  given: ActivityData | null | undefined,
  files: ActivityData["files"],
): ActivityData {
  const { author: _author, ...free } = given ?? {};
  const { hasChecklist: _before, files: filesBefore, ...kept } = data;
  const shown = files ?? filesBefore ?? [];
  return {
    ...kept,
    ...free,
    ...(activityType === "comment" && hasChecklist(body) && { hasChecklist: true }),
    ...(shown.length > 0 && { files: shown }),
  };
}
