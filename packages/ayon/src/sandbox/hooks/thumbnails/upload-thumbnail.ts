import type { Hook, StoredFile } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";
import { accessProject } from "../../project-access.ts";
import { keepThumbnail } from "../../thumbnails/thumbnail.ts";

/** Keeps a thumbnail that no entity has yet. */
export const uploadThumbnail: Hook<operations["uploadThumbnail"]> = async (call) => {
  await demandMember(call);
  const { caller, project } = await accessProject(call, call.path.project_name);
  // A raw body is a Blob by its type in the document, and a stored file in the sandbox.
  const about = { projectName: project.name, author: caller.name };
  const { id } = await keepThumbnail(call, about, call.body as unknown as StoredFile);
  return call.reply({ id, affectedEntities: [] });
};
