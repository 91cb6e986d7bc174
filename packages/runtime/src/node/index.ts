export { ArchiveError, type ArchiveErrorReason, isArchiveError } from "./archive-error.ts";
export { type UnzipOptions, unzip } from "./unzip.ts";
