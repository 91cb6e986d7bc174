import { type CallOptions, type Core, isNotFoundError, RequestError } from "@fairlead/runtime";
import { getFolder } from "../generated/operations.ts";
import type { components } from "../generated/schema.ts";
import { queryFolders } from "../graphql/lists.ts";
import { activeFirst } from "./active-first.ts";

/** Which folder to find. */
export interface FindFolderInput {
  /** Name of the project. */
  readonly project_name: string;
  /** Names of the folders down to it with `/` between, such as `shots/sh010`; a slash in front or behind is all right. */
  readonly path: string;
}

/**
 * Gives the folder of a path, or `undefined` where there is none that the user may see. It takes two small calls, however
 * large the project is. Of several folders with the path, which only inactive ones share, it is the active one.
 * @throws {GraphqlError} There is no such project, or the user has no access to it.
 * @throws {RequestError} The path is empty.
 * @throws {FairleadError} A request failed.
 */
export async function findFolder(
  core: Core,
  { project_name, path }: FindFolderInput,
  options?: CallOptions,
): Promise<components["schemas"]["Folder"] | undefined> {
  const { nodes } = await queryFolders(core, { project_name, paths: [barePath(path)], fields }, options);
  const [node] = nodes.sort(activeFirst);
  if (!node) return undefined;
  try {
    return await getFolder(core, { project_name, folder_id: node.id }, options);
  } catch (error) {
    // Somebody deleted it between the two calls.
    if (isNotFoundError(error)) return undefined;
    throw error;
  }
}

const fields = ["id", "active"] as const;

/**
 * A path without slashes in front and behind.
 * @throws {RequestError} Nothing is left.
 */
export function barePath(path: string): string {
  const bare = `${path}`.replace(/^\/+|\/+$/g, "");
  if (!bare) throw new RequestError(undefined, "path is empty; the top of a project is no folder");
  return bare;
}
