import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { isManager } from "../../caller.ts";
import { accessProject } from "../../project-access.ts";
import { findProjectFile } from "../../project-files/project-file.ts";
import { removeProjectFile } from "../../project-files/remove-project-file.ts";

/** Takes a file away, for its uploader and for managers. */
export const deleteFile: Hook<operations["deleteFile"]> = async (call) => {
  const { caller, project } = await accessProject(call, call.path.project_name);
  const file = findProjectFile(call, project.name, call.path.file_id);
  if (file.author !== caller.name && !isManager(caller))
    throw call.refuse(403, "Only the uploader and managers may delete this file");
  removeProjectFile(call.store, file);
  return { status: 204 };
};
