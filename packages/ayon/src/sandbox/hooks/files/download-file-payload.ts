import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accessProject } from "../../project-access.ts";
import { findProjectFile } from "../../project-files/project-file.ts";

/** Gives the bytes of a file. The engine cuts the part that was asked for, of videos too, which the server sends whole. */
export const downloadFilePayload: Hook<operations["downloadFilePayload"]> = async (call) => {
  const { project } = await accessProject(call, call.path.project_name);
  const { content, filename, mime, updatedAt } = findProjectFile(call, project.name, call.path.file_id);
  const file = call.files.get(content);
  if (file === undefined) throw call.refuse(404, "The server has no bytes of this file");
  const headers = {
    // The name and type of kept bytes are those of whoever sent them first.
    "content-disposition": `inline; filename="${filename.replaceAll('"', '\\"')}"`,
    "content-type": mime,
    "last-modified": new Date(updatedAt).toUTCString(),
  };
  return { status: 200, file, headers };
};
