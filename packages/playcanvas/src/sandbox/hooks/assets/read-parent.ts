import type { components } from "../../../generated/schema.ts";
import type { Asset, Branch } from "../../entities.ts";
import type { Place } from "../../lookups.ts";

/**
 * The folder that a form names, or null for the root, which clients leave out or write as the text `null`.
 * @throws {Refusal} 404, the branch has no such folder; 400, it is no folder.
 */
export function readParent(
  { store, refuse }: Place,
  branch: Branch,
  parent: components["schemas"]["AssetParent"] | undefined,
): number | null {
  if (parent === undefined || typeof parent === "string") return null;
  const folder = store.get("Asset", parent, { branchId: branch.id }) as Asset | undefined;
  if (folder === undefined) throw refuse(404, `Folder ${parent} is not on branch ${branch.name}`);
  if (folder.type !== "folder") throw refuse(400, `Asset ${parent} is a ${folder.type} and holds no others`);
  return folder.id;
}
