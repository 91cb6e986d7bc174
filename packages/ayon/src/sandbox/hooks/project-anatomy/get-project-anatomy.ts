import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { anatomyOfProject } from "../../anatomy-of-project.ts";
import { demandMember } from "../../caller.ts";
import { accessProject } from "../../project-access.ts";

/** The anatomy of a project, a planned one too. */
export const getProjectAnatomy: Hook<operations["getProjectAnatomy"]> = async (call) => {
  await demandMember(call);
  const { project } = await accessProject(call, call.path.project_name);
  return call.reply(anatomyOfProject(project));
};
