import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";
import type { Project } from "../../entities.ts";
import { checkProjectName } from "../../projects/project-name.ts";
import { settingsOf } from "../../projects/project-settings.ts";
import { showProject } from "../../projects/show-project.ts";

/** Changes what is given; a new name has to be free. */
export const updateProject: Hook<operations["updateProject"]> = (call) => {
  const { store, body, path } = call;
  const project = projectInAccount(call, path.idOrName);
  const { accountId, id } = project;
  if (body.name !== undefined) checkProjectName(store, accountId, body.name, id);
  return call.reply(showProject(call, store.update("Project", project, settingsOf(project, body)) as Project));
};
