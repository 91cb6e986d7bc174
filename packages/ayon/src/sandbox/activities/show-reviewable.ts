import type { Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { User } from "../entities.ts";
import { availabilityOf } from "../thumbnails/media-info.ts";
import type { ReviewableFile } from "./reviewable-files.ts";

/** A reviewable as answers show it. Nothing here converts one. */
export function showReviewable(
  store: Pick<Store, "get">,
  { activity, file }: ReviewableFile,
): components["schemas"]["Reviewable"] {
  const { mediaInfo = {}, id: fileId, filename, mime: mimetype } = file;
  const { activityId, data, createdAt, updatedAt } = activity;
  const author = data.author ?? file.author;
  const user = store.get("User", author) as User | undefined;
  return {
    fileId,
    activityId,
    filename,
    label: typeof data.reviewableLabel === "string" ? data.reviewableLabel : null,
    mimetype,
    availability: availabilityOf(mediaInfo),
    mediaInfo,
    createdFrom: null,
    processing: null,
    createdAt,
    updatedAt,
    author: { name: author, fullName: user?.attrib.fullName ?? null },
  };
}
