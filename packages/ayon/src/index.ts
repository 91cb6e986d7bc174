// biome-ignore lint/performance/noReExportAll: what users of any client need is one list, which the runtime keeps.
export * from "@fairlead/runtime/public";
export { apiKey } from "./auth/api-key.ts";
export { type Login, login } from "./auth/login.ts";
export type { Session } from "./auth/session.ts";
export { type Ayon, createAyon } from "./client.ts";
export { type AyonOptions, endSession } from "./core.ts";
export type { Groups } from "./generated/client.ts";
export type { components, operations, paths } from "./generated/schema.ts";
export type {
  AttributeFilterInput,
  EventArguments,
  EventNode,
  FileNode,
  FolderArguments,
  FolderNode,
  HasLinksFilter,
  ProductArguments,
  ProductNode,
  RepresentationArguments,
  RepresentationNode,
  TaskArguments,
  TaskNode,
  UserArguments,
  UserNode,
  VersionArguments,
  VersionListItem,
  VersionNode,
  WorkfileArguments,
  WorkfileNode,
} from "./graphql/generated/node-types.ts";
export type {
  GraphqlArguments,
  GraphqlDocument,
  GraphqlFunction,
  GraphqlMethod,
  GraphqlNoAnswer,
  GraphqlResult,
} from "./graphql/graphql.ts";
export {
  GraphqlError,
  type GraphqlErrorEntry,
  type GraphqlErrorFacts,
  type GraphqlErrorKind,
  isGraphqlError,
} from "./graphql/graphql-error.ts";
export type { GraphqlGroup } from "./graphql/graphql-group.ts";
export type {
  NodeFields,
  NodeListFunction,
  NodeListMethod,
  NodePage,
  PlainListFunction,
  PlainListMethod,
} from "./graphql/node-list.ts";
export type { JsonText, QueryCondition, QueryFilter, QueryOperator } from "./graphql/query-filter.ts";
export type {
  ApplyBatchFunction,
  ApplyBatchMethod,
  ApplyBatchResult,
  BatchNoAnswer,
} from "./helpers/batch/apply-batch.ts";
export type { BackgroundBatchInput, BackgroundBatchOptions } from "./helpers/batch/apply-batch-in-background.ts";
export { BatchError, type BatchErrorFacts, isBatchError } from "./helpers/batch/batch-error.ts";
export type { ApplyBatchInput } from "./helpers/batch/batch-input.ts";
export type {
  BatchEntityType,
  BatchOperation,
  CreateOperation,
  DeleteOperation,
  UpdateOperation,
} from "./helpers/batch/batch-operation.ts";
export type { BatchItem, BatchOutcome, BatchResult, FailedOperation } from "./helpers/batch/batch-result.ts";
export type { FindFolderInput } from "./helpers/find-folder.ts";
export type { ProjectNamesInput } from "./helpers/get-project-names.ts";
export { isDuplicateError } from "./helpers/is-duplicate-error.ts";
export { isUnsupportedOperationError } from "./helpers/is-unsupported-operation-error.ts";
export { newId } from "./helpers/new-id.ts";
export {
  isPublishError,
  PublishError,
  type PublishErrorFacts,
  type PublishErrorKind,
} from "./helpers/publish/publish-error.ts";
export type {
  PublishedFile,
  PublishedProduct,
  PublishedRepresentation,
  PublishedReviewable,
  PublishOptions,
  PublishVersionInput,
} from "./helpers/publish/publish-input.ts";
export type { PublishProgress, PublishStep } from "./helpers/publish/publish-progress.ts";
export type { PublishedVersion } from "./helpers/publish/published-version.ts";
