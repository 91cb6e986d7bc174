import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accessProject } from "../../project-access.ts";

/** Gives a project to those who have access to it. */
export const getProject: Hook<operations["getProject"]> = async (call) => {
  const { project } = await accessProject(call, call.path.project_name);
  return call.reply(project);
};
