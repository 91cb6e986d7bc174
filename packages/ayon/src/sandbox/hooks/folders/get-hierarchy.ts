import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { answering } from "../../entity/answer-entity.ts";
import { type FolderTree, readFolderTree } from "../../entity/folder-tree.ts";
import type { Members, StoredFolder } from "../../entity/types.ts";

/** The folders of a project by name: as a tree, or with `types` those kinds on one level. The server ignores `search`. */
export const getHierarchy: Hook<operations["getHierarchy"]> = answering<operations["getHierarchy"]>(
  (work, { query, reply }) => {
    const tree = readFolderTree(work);
    const types = (query?.types ?? "")
      .split(",")
      .map((type) => type.trim())
      .filter((type) => type !== "");
    const top = branches(tree, null, []);
    const hierarchy = types.length === 0 ? top : byName(top.flatMap(flatten).filter(isWanted));
    return reply({ detail: "The folders were read", projectName: work.project.name, hierarchy });

    function isWanted({ folderType }: Branch): boolean {
      return types.includes(folderType);
    }
  },
);

interface Branch extends Members {
  readonly name: string;
  readonly folderType: string;
  readonly children: readonly Branch[];
}

function branches(tree: FolderTree, id: string | null, parents: readonly string[]): readonly Branch[] {
  return byName(tree.childrenOf(id).map((folder) => branch(tree, folder, parents)));
}

function branch(tree: FolderTree, folder: StoredFolder, parents: readonly string[]): Branch {
  const { id, name, label, status, folderType, parentId = null } = folder;
  const taskNames = tree.tasksOf(id).map((task) => task.name);
  return {
    id,
    name,
    label: label || name,
    status,
    folderType,
    hasTasks: taskNames.length > 0,
    taskNames,
    parents,
    parentId,
    children: branches(tree, id, [...parents, name]),
  };
}

function flatten(one: Branch): readonly Branch[] {
  return [{ ...one, children: [] }, ...one.children.flatMap(flatten)];
}

function byName(some: readonly Branch[]): readonly Branch[] {
  return some.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
