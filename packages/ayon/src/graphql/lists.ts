import type {
  EventArguments,
  EventNode,
  FolderArguments,
  FolderNode,
  ProductArguments,
  ProductNode,
  RepresentationArguments,
  RepresentationNode,
  TaskArguments,
  TaskNode,
  UserArguments,
  UserNode,
  VersionArguments,
  VersionNode,
  WorkfileArguments,
  WorkfileNode,
} from "./generated/node-types.ts";
import {
  type NodeListFunction,
  type NodeListMethod,
  nodeList,
  type PlainListFunction,
  type PlainListMethod,
} from "./node-list.ts";

/** The words of a text. */
type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

// What the vendor's own client asks for, without what holds hints of secrets or may be large.
const folderFields = "id name label folderType path parentId active thumbnailId status tags data allAttrib";
const taskFields = "id name label taskType folderId active thumbnailId status tags data allAttrib assignees";
const productFields = "id name productType productBaseType folderId active status tags data allAttrib";
const versionFields =
  "id name version productId taskId author createdAt updatedAt active thumbnailId status tags data allAttrib";
const representationFields = "id name versionId context traits files createdAt active status tags data allAttrib";
const workfileFields =
  "id name path taskId createdBy updatedBy createdAt updatedAt active thumbnailId status tags data allAttrib";
const userFields =
  "name active isAdmin isManager isService isGuest hasPassword accessGroups defaultAccessGroups createdAt updatedAt allAttrib";
const eventFields =
  "id hash topic project user sender dependsOn status retries description summary createdAt updatedAt";

/** The types of the list of folders. */
export type FolderList = [FolderArguments, FolderNode, Words<typeof folderFields>];
/** The types of the list of tasks. */
export type TaskList = [TaskArguments, TaskNode, Words<typeof taskFields>];
/** The types of the list of products. */
export type ProductList = [ProductArguments, ProductNode, Words<typeof productFields>];
/** The types of the list of versions. */
export type VersionList = [VersionArguments, VersionNode, Words<typeof versionFields>];
/** The types of the list of representations. */
export type RepresentationList = [RepresentationArguments, RepresentationNode, Words<typeof representationFields>];
/** The types of the list of workfiles. */
export type WorkfileList = [WorkfileArguments, WorkfileNode, Words<typeof workfileFields>];
/** The types of the list of users. */
export type UserList = [UserArguments, UserNode, Words<typeof userFields>];
/** The types of the list of events. */
export type EventList = [EventArguments, EventNode, Words<typeof eventFields>];

/** A list as a function of a core client, of its arguments, its node and its usual fields. */
export type ListOf<T extends [unknown, unknown, unknown]> = T[2] extends keyof T[1]
  ? NodeListFunction<T[0], T[1], T[2]> & (Record<never, never> extends T[0] ? PlainListFunction<T[1], T[2]> : unknown)
  : never;

/** A list as a method of a client, of its arguments, its node and its usual fields. */
export type MethodOf<T extends [unknown, unknown, unknown]> = T[2] extends keyof T[1]
  ? NodeListMethod<T[0], T[1], T[2]> & (Record<never, never> extends T[0] ? PlainListMethod<T[1], T[2]> : unknown)
  : never;

/**
 * Lists folders of a project, in the order of their creation unless `sortBy` is given. Without `fields` they have their
 * names, place, status, tags, data and attributes.
 * @throws {GraphqlError} The project is not there, or the user has no access to it; a value is wrong.
 * @throws {RequestError} An argument or a field is no such name, or a page has no size.
 */
export const queryFolders: ListOf<FolderList> = /* @__PURE__ */ nodeList("queryFolders", true, folderFields);

/**
 * Lists tasks of a project, in the order of their creation unless `sortBy` is given. Without `fields` they have their
 * names, folder, assignees, status, tags, data and attributes.
 * @throws {GraphqlError} The project is not there, or the user has no access to it; a value is wrong.
 * @throws {RequestError} An argument or a field is no such name, or a page has no size.
 */
export const queryTasks: ListOf<TaskList> = /* @__PURE__ */ nodeList("queryTasks", true, taskFields);

/**
 * Lists products of a project, in the order of their creation unless `sortBy` is given. Without `fields` they have their
 * name, types, folder, status, tags, data and attributes.
 * @throws {GraphqlError} The project is not there, or the user has no access to it; a value is wrong.
 * @throws {RequestError} An argument or a field is no such name, or a page has no size.
 */
export const queryProducts: ListOf<ProductList> = /* @__PURE__ */ nodeList("queryProducts", true, productFields);

/**
 * Lists versions of a project, in the order of their creation unless `sortBy` is given. Without `fields` they have their
 * number, product, task, author, times, status, tags, data and attributes.
 * @throws {GraphqlError} The project is not there, or the user has no access to it; a value is wrong.
 * @throws {RequestError} An argument or a field is no such name, or a page has no size.
 */
export const queryVersions: ListOf<VersionList> = /* @__PURE__ */ nodeList("queryVersions", true, versionFields);

/**
 * Lists representations of a project, in the order of their creation. Without `fields` they have their name, version,
 * files, context, traits, status, tags, data and attributes.
 * @throws {GraphqlError} The project is not there, or the user has no access to it; a value is wrong.
 * @throws {RequestError} An argument or a field is no such name, or a page has no size.
 */
export const queryRepresentations: ListOf<RepresentationList> = /* @__PURE__ */ nodeList(
  "queryRepresentations",
  true,
  representationFields,
);

/**
 * Lists workfiles of a project, in the order of their creation unless `sortBy` is given. Without `fields` they have
 * their path, task, people, times, status, tags, data and attributes.
 * @throws {GraphqlError} The project is not there, or the user has no access to it; a value is wrong.
 * @throws {RequestError} An argument or a field is no such name, or a page has no size.
 */
export const queryWorkfiles: ListOf<WorkfileList> = /* @__PURE__ */ nodeList("queryWorkfiles", true, workfileFields);

/**
 * Lists users by name; who is no manager must give `projectName` or `projects`. Without `fields` they have their name,
 * roles, access groups, times and attributes.
 * @throws {GraphqlError} The user may not list them.
 * @throws {RequestError} An argument or a field is no such name, or a page has no size.
 */
export const queryUsers: ListOf<UserList> = /* @__PURE__ */ nodeList("queryUsers", false, userFields);

/**
 * Lists events by time, the oldest first; give `last` for the newest. Who is no manager gets own events only, unless
 * `ids` are given. Without `fields` they have everything but the payload, which may be large.
 * @throws {GraphqlError} A value is wrong.
 * @throws {RequestError} An argument or a field is no such name, or a page has no size.
 */
export const queryEvents: ListOf<EventList> = /* @__PURE__ */ nodeList("queryEvents", false, eventFields);
