import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { foldersOf } from "../../entity/entity-path.ts";
import { attribOf, type ViewPlace } from "../../entity/entity-view.ts";
import { type FolderTree, readFolderTree } from "../../entity/folder-tree.ts";
import { reviewedFolders } from "../../entity/reviewed-folders.ts";
import type { Members, StoredFolder } from "../../entity/types.ts";
import { accessProject } from "../../project-access.ts";

/** All folders of a project, oldest first; a guest gets none. */
export const listFolders: Hook<operations["listFolders"]> = async (call) => {
  const { caller, project } = await accessProject(call, call.path.project_name);
  if (caller.data.isGuest) return call.reply({ detail: "Guests see no folders", folders: [] });
  const place = { store: call.store, project };
  const tree = readFolderTree(place);
  const reviewed = reviewedFolders(place);
  const withAttrib = call.query?.attrib === true;
  const folders = tree.folders.map((folder) => ({
    ...listed(place, tree, folder),
    hasReviewables: reviewed.has(folder.id),
    ...(withAttrib && { attrib: attribOf(place, "folder", folder), ownAttrib: folder.ownAttrib }),
  }));
  return call.reply({ folders });
};

function listed(place: ViewPlace, tree: FolderTree, folder: StoredFolder): Members {
  const { id, name, label = null, folderType, parentId = null, status, tags, data, createdAt, updatedAt } = folder;
  const names = foldersOf(place, folder).map((one) => one.name);
  const tasks = tree.tasksOf(id);
  return {
    id,
    name,
    label,
    folderType,
    parentId,
    path: names.join("/"),
    parents: names.slice(0, -1),
    hasTasks: tasks.length > 0,
    taskNames: tasks.map((task) => task.name),
    hasChildren: tree.childrenOf(id).length > 0,
    hasVersions: tree.hasVersions(id),
    thumbnailHash: data.thumbnailHash ?? id.slice(-6),
    tags,
    status,
    createdAt,
    updatedAt,
  };
}
