import type { EntityType } from "./types.ts";

/** The form of a member. */
export type MemberForm =
  | "name"
  | "label"
  | "userName"
  | "id"
  | "text"
  | "texts"
  | "integer"
  | "flag"
  | "object"
  | "files";

/** What a request may say of one member. */
export interface MemberRule {
  readonly form: MemberForm;
  /** `always`: a new entity needs it. `never`: it may be null, which is the same as absent. Else it has a default. */
  readonly needed?: "always" | "never";
}

/** What tells the kinds of entity apart. */
export interface EntityKind {
  /** Name of the resource in the store. */
  readonly resource: string;
  /** The member with the id of what it is in, and of which kind that is. */
  readonly parent: { readonly member: string; readonly type: EntityType };
  /** The member that tells it apart from others in the same place. */
  readonly key: string;
  readonly members: Readonly<Record<string, MemberRule>>;
}

const common: EntityKind["members"] = {
  status: { form: "text" },
  tags: { form: "texts" },
  active: { form: "flag" },
  attrib: { form: "object" },
  data: { form: "object" },
  createdBy: { form: "text", needed: "never" },
  updatedBy: { form: "text", needed: "never" },
};
const name: MemberRule = { form: "name", needed: "always" };
const label: MemberRule = { form: "label", needed: "never" };
const parentId: MemberRule = { form: "id", needed: "always" };
const otherId: MemberRule = { form: "id", needed: "never" };

/** The kinds of entity, in the order of what is inside what. */
export const entityKinds: Readonly<Record<EntityType, EntityKind>> = {
  folder: {
    resource: "Folder",
    parent: { member: "parentId", type: "folder" },
    key: "name",
    members: { name, label, folderType: { form: "text" }, parentId: otherId, thumbnailId: otherId, ...common },
  },
  task: {
    resource: "Task",
    parent: { member: "folderId", type: "folder" },
    key: "name",
    members: {
      name,
      label,
      taskType: { form: "text", needed: "always" },
      folderId: parentId,
      assignees: { form: "texts" },
      thumbnailId: otherId,
      ...common,
    },
  },
  product: {
    resource: "Product",
    parent: { member: "folderId", type: "folder" },
    key: "name",
    members: {
      name,
      folderId: parentId,
      productType: { form: "name", needed: "always" },
      productBaseType: { form: "name", needed: "never" },
      ...common,
    },
  },
  version: {
    resource: "Version",
    parent: { member: "productId", type: "product" },
    key: "version",
    members: {
      version: { form: "integer", needed: "always" },
      productId: parentId,
      taskId: otherId,
      thumbnailId: otherId,
      author: { form: "userName", needed: "never" },
      ...common,
    },
  },
  representation: {
    resource: "Representation",
    parent: { member: "versionId", type: "version" },
    key: "name",
    members: {
      name,
      versionId: parentId,
      files: { form: "files" },
      traits: { form: "object", needed: "never" },
      ...common,
    },
  },
  workfile: {
    resource: "Workfile",
    parent: { member: "taskId", type: "task" },
    key: "path",
    members: { path: { form: "text", needed: "always" }, taskId: parentId, thumbnailId: otherId, ...common },
  },
};

/** All kinds of entity. */
export const entityTypes = Object.keys(entityKinds) as readonly EntityType[];

/** Whether a text names a kind of entity. */
export function isEntityType(text: string): text is EntityType {
  return Object.hasOwn(entityKinds, text);
}
