import { transparentPixel } from "../thumbnails/placeholder.ts";
import type { Thumbnail } from "../thumbnails/thumbnail.ts";
import type { SeedTools } from "./seed-tools.ts";

/** The thumbnail of the newest version of the render. */
export const thumbnailId = "af0e6b2ab8d511f19c4e0a58c3d27b91";

/** A thumbnail of the artist. */
export async function makeThumbnails({ files }: SeedTools): Promise<readonly Thumbnail[]> {
  const { sha256, type } = await files.put(transparentPixel(), { type: "image/png" });
  const createdAt = "2025-11-06T15:20:42.553308+00:00";
  return [
    { id: thumbnailId, projectName: "harbour_short", mime: type, author: "compositor_1", content: sha256, createdAt },
  ];
}
