import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { listReviewableFiles } from "../../activities/reviewable-files.ts";
import { findEntity } from "../../entity/find-entity.ts";
import { accessProject } from "../../project-access.ts";
import { placeholderAnswer } from "../../thumbnails/placeholder.ts";
import { pictureOf, type Thumbnail } from "../../thumbnails/thumbnail.ts";

/** Gives the thumbnail of a version, or else its newest reviewable. Guests may see it. */
export const downloadVersionThumbnail: Hook<operations["downloadVersionThumbnail"]> = async (call) => {
  const { store, path } = call;
  const { project } = await accessProject(call, path.project_name);
  const place = { store, project };
  const version = findEntity(place, "version", path.version_id);
  if (version === undefined) throw call.refuse(404, `The project has no version ${path.version_id}`);
  const ofReviewables = listReviewableFiles(place, version.id).map(({ file }) => file.thumbnailId);
  const id = version.thumbnailId ?? ofReviewables.findLast((one) => one !== undefined);
  const found = id === undefined ? undefined : store.get("Thumbnail", id, { projectName: project.name });
  const headers = { "cache-control": "public, max-age=31536000, immutable", ...(id && { "x-thumbnail-id": id }) };
  const picture = pictureOf(call, found as Thumbnail | undefined, headers);
  if (picture !== undefined) return picture;
  // Older servers give it with 203.
  const empty = { status: 200, headers: { "cache-control": "public, max-age=3600" } };
  return placeholderAnswer(call, call.query?.placeholder, empty);
};
