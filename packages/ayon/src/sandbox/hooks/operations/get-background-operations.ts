import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";

/** A batch in the background. The project in the path has to exist, and may be another one. */
export const getBackgroundOperations: Hook<operations["getBackgroundOperations"]> = async (call) => {
  await demandMember(call);
  const { project_name, task_id } = call.path;
  if (call.store.get("Project", project_name) === undefined)
    throw call.refuse(404, `No project is called ${project_name}`);
  const job = call.store.get("BackgroundOperations", task_id);
  if (job === undefined) throw call.refuse(404, `No batch ${task_id} is known`);
  const { id, status, progress, result } = job;
  return call.reply({ id, status, progress: status === "in_progress" ? (progress ?? 0) : progress, result });
};
