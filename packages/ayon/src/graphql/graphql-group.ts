import { bind, type Core } from "@fairlead/runtime";
import { type QueryGraphqlMethod, queryGraphql } from "../generated/operations.ts";
import { type GraphqlMethod, graphql } from "./graphql.ts";
import {
  type EventList,
  type FolderList,
  type MethodOf,
  type ProductList,
  queryEvents,
  queryFolders,
  queryProducts,
  queryRepresentations,
  queryTasks,
  queryUsers,
  queryVersions,
  queryWorkfiles,
  type RepresentationList,
  type TaskList,
  type UserList,
  type VersionList,
  type WorkfileList,
} from "./lists.ts";

/**
 * GraphQL of a client: a call runs a document, and each member is a list that pages by itself. All of it only reads.
 * @see https://docs.ayon.dev/docs/dev_api_graphql
 */
export interface GraphqlGroup extends GraphqlMethod {
  /** The operation as the document has it: its answer may hold errors beside data, and throws none of them. */
  readonly query: QueryGraphqlMethod;
  /** Folders of a project; see `queryFolders`. */
  readonly folders: MethodOf<FolderList>;
  /** Tasks of a project; see `queryTasks`. */
  readonly tasks: MethodOf<TaskList>;
  /** Products of a project; see `queryProducts`. */
  readonly products: MethodOf<ProductList>;
  /** Versions of a project; see `queryVersions`. */
  readonly versions: MethodOf<VersionList>;
  /** Representations of a project; see `queryRepresentations`. */
  readonly representations: MethodOf<RepresentationList>;
  /** Workfiles of a project; see `queryWorkfiles`. */
  readonly workfiles: MethodOf<WorkfileList>;
  /** Users; see `queryUsers`. */
  readonly users: MethodOf<UserList>;
  /** Events; see `queryEvents`. */
  readonly events: MethodOf<EventList>;
}

/** The GraphQL of a client. */
export function graphqlGroup(core: Core): GraphqlGroup {
  // A function of its own: what standalone functions have is no business of one client.
  const group = (...call: Parameters<typeof graphql>) => graphql(...call);
  return bind(
    core,
    Object.assign(group, graphql, {
      query: queryGraphql,
      folders: queryFolders,
      tasks: queryTasks,
      products: queryProducts,
      versions: queryVersions,
      representations: queryRepresentations,
      workfiles: queryWorkfiles,
      users: queryUsers,
      events: queryEvents,
    }),
  );
}
