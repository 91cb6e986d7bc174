import type { CallOptions, Core } from "@fairlead/runtime";
import type { UploadOptions } from "@fairlead/runtime/files";
import { uploadReviewable, uploadVersionThumbnail } from "../../generated/operations.ts";
import { reviewableName } from "./check-uploads.ts";
import { PublishError } from "./publish-error.ts";
import type { PublishVersionInput } from "./publish-input.ts";
import type { TellStep } from "./publish-progress.ts";
import type { PublishedVersion } from "./published-version.ts";

/**
 * Uploads thumbnail and reviewable of a version that exists, in this order: a reviewable becomes the thumbnail of a
 * version that has none.
 * @throws {PublishError} An upload failed. It has what is published.
 */
export async function uploadFiles(
  core: Core,
  { project_name, thumbnail, reviewable }: PublishVersionInput,
  published: PublishedVersion,
  options: CallOptions,
  tell: TellStep,
): Promise<PublishedVersion> {
  const { versionId: version_id } = published;
  const target = { project_name, version_id };
  let step: "thumbnail" | "reviewable" = "thumbnail";
  const uploadOptions: UploadOptions = { ...options, onProgress: ({ sent, total }) => tell({ step, sent, total }) };
  try {
    if (thumbnail) {
      const { id } = await uploadVersionThumbnail(core, { ...target, body: thumbnail }, uploadOptions);
      published = { ...published, thumbnailId: id };
    }
    if (reviewable) {
      step = "reviewable";
      const { file, label } = reviewable;
      const name = { "X-File-Name": reviewableName(reviewable) ?? "", ...(label !== undefined && { label }) };
      const made = await uploadReviewable(core, { ...target, ...name, body: file }, uploadOptions);
      published = { ...published, reviewable: { activityId: made.activityId, fileId: made.fileId } };
    }
    return published;
  } catch (cause) {
    const text = `publish: version ${published.version} exists with the id ${version_id}, but its ${step} is not uploaded`;
    throw new PublishError(`${text}; see published and cause of this error`, { kind: "upload", published }, { cause });
  }
}
