import type { Hook, StoredFile } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";
import { findEntity } from "../../entity/find-entity.ts";
import { accessProject } from "../../project-access.ts";
import { setVersionThumbnail } from "../../thumbnails/set-version-thumbnail.ts";
import { keepThumbnail } from "../../thumbnails/thumbnail.ts";

/** Keeps a thumbnail and gives it to a version. */
export const uploadVersionThumbnail: Hook<operations["uploadVersionThumbnail"]> = async (call) => {
  await demandMember(call);
  const { store, random, path } = call;
  const { caller, project } = await accessProject(call, path.project_name);
  const version = findEntity({ store, project }, "version", path.version_id);
  if (version === undefined) throw call.refuse(404, `The project has no version ${path.version_id}`);
  const about = { projectName: project.name, author: caller.name };
  const { id } = await keepThumbnail(call, about, call.body as unknown as StoredFile);
  return call.reply({ id, affectedEntities: setVersionThumbnail({ store, random, project }, version, id) });
};
