export { type AyonOptions, createAyonCore } from "../core.ts";
export {
  type ApplyBatchFunction,
  type ApplyBatchMethod,
  type ApplyBatchResult,
  applyBatch,
  type BatchNoAnswer,
} from "./batch/apply-batch.ts";
export {
  applyBatchInBackground,
  type BackgroundBatchInput,
  type BackgroundBatchOptions,
} from "./batch/apply-batch-in-background.ts";
export { BatchError, type BatchErrorFacts, isBatchError } from "./batch/batch-error.ts";
export type { ApplyBatchInput } from "./batch/batch-input.ts";
export type {
  BatchEntityType,
  BatchOperation,
  CreateOperation,
  DeleteOperation,
  UpdateOperation,
} from "./batch/batch-operation.ts";
export type { BatchItem, BatchOutcome, BatchResult, FailedOperation } from "./batch/batch-result.ts";
export { type FindFolderInput, findFolder } from "./find-folder.ts";
export { getProjectNames, type ProjectNamesInput } from "./get-project-names.ts";
export { isDuplicateError } from "./is-duplicate-error.ts";
export { isUnsupportedOperationError } from "./is-unsupported-operation-error.ts";
export { newId } from "./new-id.ts";
export {
  isPublishError,
  PublishError,
  type PublishErrorFacts,
  type PublishErrorKind,
} from "./publish/publish-error.ts";
export type {
  PublishedFile,
  PublishedProduct,
  PublishedRepresentation,
  PublishedReviewable,
  PublishOptions,
  PublishVersionInput,
} from "./publish/publish-input.ts";
export type { PublishProgress, PublishStep } from "./publish/publish-progress.ts";
export { publishVersion } from "./publish/publish-version.ts";
export type { PublishedVersion } from "./publish/published-version.ts";
