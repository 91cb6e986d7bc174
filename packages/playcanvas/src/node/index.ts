export {
  ArchiveError,
  type ArchiveErrorReason,
  type DownloadProgress,
  fromPath,
  isArchiveError,
  type SavedArchive,
  type SavedFile,
  type ToFileOptions,
  toFile,
  unzip,
} from "@fairlead/runtime/node";
export { saveBuild } from "./save-build.ts";
export { saveExport } from "./save-export.ts";
export type { SaveOptions, SaveProgress, SaveStep } from "./save-job.ts";
