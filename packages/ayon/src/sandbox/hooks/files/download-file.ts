import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accessProject } from "../../project-access.ts";
import { findProjectFile } from "../../project-files/project-file.ts";

/** Leads to the payload, which is on the same origin. */
export const downloadFile: Hook<operations["downloadFile"]> = async (call) => {
  const { project } = await accessProject(call, call.path.project_name);
  const { id } = findProjectFile(call, project.name, call.path.file_id);
  return { status: 302, headers: { location: `${call.origin}/api/projects/${project.name}/files/${id}/payload` } };
};
