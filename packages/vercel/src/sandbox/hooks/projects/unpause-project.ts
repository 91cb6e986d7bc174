import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";

/** Ends the pause of a project; one that is not paused stays as it is. */
export const unpauseProject: Hook<operations["unpauseProject"]> = (call) => {
  const project = projectInAccount(call, call.path.projectId);
  if (project.paused) call.store.update("Project", project, { paused: false });
  return { status: 200 };
};
