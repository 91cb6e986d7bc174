import type { ProjectFile } from "../project-files/project-file.ts";
import { readMediaInfo } from "../thumbnails/media-info.ts";
import { transparentPixel } from "../thumbnails/placeholder.ts";
import { commentId, reviewableId } from "./activities.ts";
import type { SeedTools } from "./seed-tools.ts";

/** The picture in the comment. */
export const commentFileId = "9f0e6b2ab8d511f19c4e0a58c3d27b81";

/** The picture to be reviewed. */
export const reviewableFileId = "9f0e6b2ab8d511f19c4e0a58c3d27b82";

/** The pictures of the artist: one in a comment, one to be reviewed. */
export async function makeFiles({ files }: SeedTools): Promise<readonly ProjectFile[]> {
  const { sha256, size, type, blob } = await files.put(transparentPixel(), { type: "image/png" });
  const mediaInfo = await readMediaInfo(blob, type);
  const common = { projectName: "harbour_short", mime: type, size, author: "compositor_1", content: sha256 };
  return [
    {
      ...common,
      id: commentFileId,
      filename: "waves.png",
      activityId: commentId,
      createdAt: "2025-11-06T15:14:21.540118+00:00",
      updatedAt: "2025-11-06T15:15:00.000000+00:00",
    },
    {
      ...common,
      id: reviewableFileId,
      filename: "sh010_v002.png",
      activityId: reviewableId,
      ...(mediaInfo && { mediaInfo }),
      createdAt: "2025-11-06T15:20:41.984147+00:00",
      updatedAt: "2025-11-06T15:20:41.984147+00:00",
    },
  ];
}
