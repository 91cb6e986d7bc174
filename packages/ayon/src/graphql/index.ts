export { type AyonOptions, createAyonCore } from "../core.ts";
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
} from "./generated/node-types.ts";
export {
  type GraphqlArguments,
  type GraphqlDocument,
  type GraphqlFunction,
  type GraphqlMethod,
  type GraphqlNoAnswer,
  type GraphqlResult,
  graphql,
} from "./graphql.ts";
export {
  GraphqlError,
  type GraphqlErrorEntry,
  type GraphqlErrorFacts,
  type GraphqlErrorKind,
  isGraphqlError,
} from "./graphql-error.ts";
export type { GraphqlGroup } from "./graphql-group.ts";
export {
  queryEvents,
  queryFolders,
  queryProducts,
  queryRepresentations,
  queryTasks,
  queryUsers,
  queryVersions,
  queryWorkfiles,
} from "./lists.ts";
export type {
  NodeFields,
  NodeListFunction,
  NodeListMethod,
  NodePage,
  PlainListFunction,
  PlainListMethod,
} from "./node-list.ts";
export type { JsonText, QueryCondition, QueryFilter, QueryOperator } from "./query-filter.ts";
