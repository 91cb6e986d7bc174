import type { Store } from "@fairlead/sandbox";
import type { Project, User } from "../entities.ts";
import type { StoredByType } from "../entity/types.ts";
import type { Connection } from "./page-rows.ts";
import type { ProjectData } from "./project-data.ts";

/** Arguments of a field by name; absent and null are the same. */
export type Given = { readonly [argument: string]: unknown };

/** The value of an object: fields by name, those that take arguments or work to compute as functions. */
export type Node = { readonly [field: string]: unknown };

/** What a query is answered from, and who asks. */
export interface Asked {
  readonly store: Store;
  readonly caller: User;
}

/** The lists of a project; a list within a node gives the node's own rows. */
export interface ProjectLists {
  folders(given: Given): Connection;
  tasks(given: Given): Connection;
  products(given: Given): Connection;
  versions(given: Given): Connection;
  representations(given: Given): Connection;
  workfiles(given: Given): Connection;
}

/** Makes the nodes of a project. */
export interface ProjectNodes {
  folder(folder: StoredByType["folder"]): Node;
  task(task: StoredByType["task"]): Node;
  product(product: StoredByType["product"]): Node;
  /** @param isListed - Some fields are right only on versions that come from a list or are asked for by id. */
  version(version: StoredByType["version"], isListed: boolean): Node;
  representation(representation: StoredByType["representation"]): Node;
  workfile(workfile: StoredByType["workfile"]): Node;
}

/** A project within a query. */
export interface Place extends Asked {
  readonly project: Project;
  readonly data: ProjectData;
  readonly lists: ProjectLists;
  readonly nodes: ProjectNodes;
}
