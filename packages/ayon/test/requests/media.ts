import { ids } from "../inputs/ids.ts";
import { inputs } from "../inputs.ts";
import type { Expected } from "./expected.ts";

/** The requests of reviewables, files and thumbnails. */
export const media: Record<string, Expected> = {
  listReviewables: {
    call: (ay) => ay.reviewables.list(inputs.listReviewables),
    method: "GET",
    url: `/api/projects/harbour_short/versions/${ids.renderVersion2}/reviewables`,
  },
  uploadReviewable: {
    call: (ay) => ay.reviewables.upload(inputs.uploadReviewable),
    method: "POST",
    url: `/api/projects/harbour_short/versions/${ids.renderVersion2}/reviewables?label=waves%20%26%20wind`,
    headers: { "content-type": "image/png", "x-file-name": "sh010 v002.png" },
    body: "\x89PNG",
  },
  uploadFile: {
    call: (ay) => ay.files.upload(inputs.uploadFile),
    method: "POST",
    url: "/api/projects/harbour_short/files",
    headers: {
      "content-type": "text/plain",
      "x-file-name": "notes.txt",
      "x-file-id": ids.newFile,
      "x-activity-id": ids.activity,
    },
    body: "higher waves",
  },
  downloadFile: {
    call: (ay) => ay.files.download(inputs.downloadFile),
    accept: "*/*",
    method: "GET",
    url: `/api/projects/harbour_short/files/${ids.file}`,
  },
  deleteFile: {
    call: (ay) => ay.files.delete(inputs.deleteFile),
    accept: "*/*",
    method: "DELETE",
    url: `/api/projects/harbour_short/files/${ids.file}`,
  },
  downloadFilePayload: {
    call: (ay) => ay.files.downloadPayload(inputs.downloadFilePayload),
    accept: "*/*",
    method: "GET",
    url: `/api/projects/harbour_short/files/${ids.file}/payload`,
    headers: { range: "bytes=5-", "if-range": '"0f3a"', "cache-control": "no-cache", pragma: "no-cache" },
  },
  uploadThumbnail: {
    call: (ay) => ay.thumbnails.upload(inputs.uploadThumbnail),
    method: "POST",
    url: "/api/projects/harbour_short/thumbnails",
    headers: { "content-type": "image/png" },
    body: "\x89PNG\r\n\x1a\n\x00\x00",
  },
  downloadThumbnail: {
    call: (ay) => ay.thumbnails.download(inputs.downloadThumbnail),
    accept: "*/*",
    method: "GET",
    url: `/api/projects/harbour_short/thumbnails/${ids.thumbnail}?placeholder=none&original=true`,
  },
  uploadVersionThumbnail: {
    call: (ay) => ay.thumbnails.uploadForVersion(inputs.uploadVersionThumbnail),
    method: "POST",
    url: `/api/projects/harbour_short/versions/${ids.renderVersion1}/thumbnail`,
    headers: { "content-type": "image/jpeg" },
    body: "\xff\xd8\xff\xe0\x00\x10JFIF",
  },
  downloadVersionThumbnail: {
    call: (ay) => ay.thumbnails.downloadForVersion(inputs.downloadVersionThumbnail),
    accept: "*/*",
    method: "GET",
    url: `/api/projects/harbour_short/versions/${ids.renderVersion2}/thumbnail`,
  },
};
