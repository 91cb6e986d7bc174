import { ids } from "./ids.ts";
import type { Inputs } from "./input-of.ts";

/** Inputs of reviewables, files and thumbnails. */
export const media: Pick<
  Inputs,
  | "listReviewables"
  | "uploadReviewable"
  | "uploadFile"
  | "downloadFile"
  | "deleteFile"
  | "downloadFilePayload"
  | "uploadThumbnail"
  | "downloadThumbnail"
  | "uploadVersionThumbnail"
  | "downloadVersionThumbnail"
> = {
  listReviewables: { project_name: "harbour_short", version_id: ids.renderVersion2 },
  uploadReviewable: {
    project_name: "harbour_short",
    version_id: ids.renderVersion2,
    "X-File-Name": "sh010 v002.png",
    label: "waves & wind",
    body: new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], "local name.png", { type: "image/png" }),
  },
  uploadFile: {
    project_name: "harbour_short",
    "X-File-Name": "notes.txt",
    "X-File-ID": ids.newFile,
    "X-Activity-ID": ids.activity,
    body: new Blob(["higher waves"], { type: "text/plain" }),
  },
  downloadFile: { project_name: "harbour_short", file_id: ids.file },
  deleteFile: { project_name: "harbour_short", file_id: ids.file },
  downloadFilePayload: {
    project_name: "harbour_short",
    file_id: ids.file,
    Range: "bytes=5-",
    "If-Range": '"0f3a"',
  },
  uploadThumbnail: {
    project_name: "harbour_short",
    body: new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00])], {
      type: "image/png",
    }),
  },
  downloadThumbnail: {
    project_name: "harbour_short",
    thumbnail_id: ids.thumbnail,
    placeholder: "none",
    original: true,
  },
  uploadVersionThumbnail: {
    project_name: "harbour_short",
    version_id: ids.renderVersion1,
    body: new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46])], {
      type: "image/jpeg",
    }),
  },
  downloadVersionThumbnail: { project_name: "harbour_short", version_id: ids.renderVersion2 },
};
