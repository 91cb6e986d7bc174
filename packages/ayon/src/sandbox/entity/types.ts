import type { components } from "../../generated/schema.ts";

type Schemas = components["schemas"];

/** The kinds of entity of a project, as operations and links name them. */
export type EntityType = "folder" | "task" | "product" | "version" | "representation" | "workfile";

/** Members by name. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * An entity as it is stored: with the name of its project, which no answer shows, and without what follows from others.
 * `attrib` has values of its own only; inherited ones are added where it is shown. Tasks have no `createdBy`, and no
 * `updatedBy` until somebody changes them, as the server has it.
 */
type Stored<Entity, Derived extends keyof Entity = never> = Omit<Entity, Derived> & { readonly projectName: string };

/** A folder as it is stored. */
export type StoredFolder = Stored<Schemas["Folder"], "path" | "hasVersions">;

/** A task as it is stored. */
export type StoredTask = Stored<Schemas["Task"], "path">;

/** A product as it is stored. */
export type StoredProduct = Stored<Schemas["Product"], "path">;

/** A version as it is stored. */
export type StoredVersion = Stored<Schemas["Version"], "path">;

/** A representation as it is stored. */
export type StoredRepresentation = Stored<Schemas["Representation"], "path">;

/** A workfile as it is stored; its path is that of its file. */
export type StoredWorkfile = Stored<Schemas["Workfile"]>;

/** A file of a representation. */
export type RepresentationFile = Schemas["RepresentationFile"];

/** The stored form of each kind. */
export interface StoredByType {
  readonly folder: StoredFolder;
  readonly task: StoredTask;
  readonly product: StoredProduct;
  readonly version: StoredVersion;
  readonly representation: StoredRepresentation;
  readonly workfile: StoredWorkfile;
}

/** A link as it is stored. */
export type StoredLink = {
  readonly id: string;
  readonly projectName: string;
  readonly name?: string | null;
  /** Name of its type with both ends, such as `generative|version|version`. */
  readonly linkType: string;
  readonly inputId: string;
  readonly inputType: EntityType;
  readonly outputId: string;
  readonly outputType: EntityType;
  /** Name of the user who made it. */
  readonly author: string;
  readonly data: Members;
  readonly createdAt: string;
};
