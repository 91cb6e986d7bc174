import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";

/** Pauses a project; one that is paused stays so. */
export const pauseProject: Hook<operations["pauseProject"]> = (call) => {
  const project = projectInAccount(call, call.path.projectId);
  if (!project.paused) call.store.update("Project", project, { paused: true });
  return { status: 200 };
};
