export { ArchiveError, type ArchiveErrorReason, isArchiveError } from "./archive-error.ts";
export type { WantedDigests } from "./digests.ts";
export { type FromPathOptions, fromPath } from "./from-path.ts";
export {
  type ArchiveProgress,
  checkArchiveTarget,
  type SaveArchiveOptions,
  type SavedArchive,
  saveArchive,
} from "./save-archive.ts";
export { type DownloadProgress, type SavedFile, type ToFileOptions, toFile } from "./to-file.ts";
export { type UnzipOptions, unzip } from "./unzip.ts";
