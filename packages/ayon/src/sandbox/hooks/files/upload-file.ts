import type { Hook, StoredFile } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { duplicateAnswer } from "../../duplicate-answer.ts";
import { accessProject } from "../../project-access.ts";
import { keepProjectFile } from "../../project-files/keep-project-file.ts";

/**
 * Keeps the bytes under their name and media type. Bytes without a media type are taken for those of any file, where the
 * server answers 400: which of the two it is does not reach this hook.
 */
export const uploadFile: Hook<operations["uploadFile"]> = async (call) => {
  const { caller, project } = await accessProject(call, call.path.project_name);
  const { "X-File-Name": filename, "X-File-ID": id, "X-Activity-ID": activityId = null } = call.header;
  // A raw body is a Blob by its type in the document, and a stored file in the sandbox.
  const body = call.body as unknown as StoredFile;
  if (body.size === 0) throw call.refuse(400, "The file is empty");
  if (activityId !== null && call.store.get("Activity", activityId, { projectName: project.name }) === undefined) {
    const { status, json } = duplicateAnswer(call, `There is no activity ${activityId}`);
    return { status, json: { ...(json as object), error: "foreign-key-violation" } };
  }
  const upload = { projectName: project.name, filename, author: caller.name, activityId, ...(id && { id }) };
  return call.reply({ id: (await keepProjectFile(call, upload, body)).id });
};
