import type { Call, Hook, StoredFile } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { showReviewable } from "../../activities/show-reviewable.ts";
import { ensureWatching, touchEntity, writeActivity } from "../../activities/write-activity.ts";
import { demandMember } from "../../caller.ts";
import { findEntity } from "../../entity/find-entity.ts";
import type { StoredVersion } from "../../entity/types.ts";
import { accessProject, type ProjectAccess } from "../../project-access.ts";
import { keepProjectFile } from "../../project-files/keep-project-file.ts";
import { findProjectFile, type ProjectFile } from "../../project-files/project-file.ts";
import { readMediaInfo } from "../../thumbnails/media-info.ts";
import { setVersionThumbnail } from "../../thumbnails/set-version-thumbnail.ts";
import { keepThumbnail } from "../../thumbnails/thumbnail.ts";
import { writeEvent } from "../../write-event.ts";

type Upload = Call<operations["uploadReviewable"]>;

/** Keeps a picture or a video with an activity of the version, and makes a thumbnail of a picture. */
export const uploadReviewable: Hook<operations["uploadReviewable"]> = async (call) => {
  await demandMember(call);
  const { store, path, timestamp } = call;
  const { caller, project } = await accessProject(call, path.project_name);
  const place = { store, project, timestamp };
  const version = findEntity(place, "version", path.version_id);
  if (version === undefined) throw call.refuse(404, `The project has no version ${path.version_id}`);
  const kept = await keepFile(call, project.name, caller.name);
  const label = call.query?.label;
  const activity = writeActivity(place, {
    activityType: "reviewable",
    entityType: "version",
    entity: version,
    author: caller.name,
    body: `${label || kept.filename} is to be reviewed`,
    files: [kept.id],
    data: { reviewableLabel: label ?? null },
  });
  touchEntity(place, "version", version);
  ensureWatching(place, "version", version, caller.name);
  await makeThumbnail(call, { caller, project }, version, kept);
  tell(call, caller.name, version, kept, activity.activityId);
  const shown = showReviewable(store, { activity, file: findProjectFile(call, project.name, kept.id) });
  // Unlike a list, the server's answer to an upload has times without an offset.
  return call.reply({ ...shown, createdAt: withoutOffset(shown.createdAt), updatedAt: withoutOffset(shown.updatedAt) });
};

/** @throws {Refusal} 400, the media type is of something else, or the bytes are not what it says. */
async function keepFile(call: Upload, projectName: string, author: string): Promise<ProjectFile> {
  // A raw body is a Blob by its type in the document, and a stored file in the sandbox.
  const body = call.body as unknown as StoredFile;
  if (!/^(image\/|video\/|application\/mxf\b)/i.test(body.type))
    throw call.refuse(400, "A reviewable is a picture or a video");
  const mediaInfo = body.size === 0 ? undefined : await readMediaInfo(body.blob, body.type);
  if (mediaInfo === undefined) throw call.refuse(400, "The file could not be read");
  const filename = call.header["X-File-Name"];
  return keepProjectFile(call, { projectName, filename, author, activityId: null, mediaInfo }, body);
}

/** Makes a thumbnail of a picture; a version that has none gets it. */
async function makeThumbnail(
  call: Upload,
  { caller, project }: ProjectAccess,
  version: StoredVersion,
  { id, mediaInfo }: ProjectFile,
): Promise<void> {
  if (mediaInfo?.videoTrackIndex !== 0) return;
  const about = { projectName: project.name, author: caller.name };
  const thumbnail = await keepThumbnail(call, about, call.body as unknown as StoredFile);
  call.store.update("ProjectFile", findProjectFile(call, project.name, id), { thumbnailId: thumbnail.id });
  if (version.thumbnailId === undefined)
    setVersionThumbnail({ store: call.store, random: call.random, project }, version, thumbnail.id);
}

/** Writes the event that tells of a reviewable. */
function tell(call: Upload, user: string, version: StoredVersion, file: ProjectFile, activityId: string): void {
  const { id: fileId, filename, mime: mimetype, size, projectName: project } = file;
  const label = call.query?.label ?? null;
  const { id: versionId, productId } = version;
  const summary = { fileId, versionId, productId, activityId, size, filename, label, mimetype };
  writeEvent(call, { topic: "reviewable.created", project, user, description: `${filename} was uploaded`, summary });
}

function withoutOffset(time: string): string {
  return new Date(time).toISOString().slice(0, -1);
}
