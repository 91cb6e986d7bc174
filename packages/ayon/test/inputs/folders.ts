import { ids } from "./ids.ts";
import type { Inputs } from "./input-of.ts";

/** Inputs of folders and tasks. */
export const folders: Pick<
  Inputs,
  "listFolders" | "getHierarchy" | "assignTask" | `${"create" | "get" | "update" | "delete"}${"Folder" | "Task"}`
> = {
  listFolders: { project_name: "harbour_short", attrib: true },
  createFolder: {
    project_name: "harbour_short",
    body: {
      id: ids.sh010,
      name: "sh010",
      label: "Häfen & co",
      folderType: "Shot",
      parentId: ids.shots,
      attrib: { frameEnd: 1096, description: null },
      tags: ["for reel"],
    },
  },
  getFolder: { project_name: "harbour_short", folder_id: ids.sh010 },
  updateFolder: {
    project_name: "harbour_short",
    folder_id: ids.sh010,
    body: { status: "Approved", parentId: null, attrib: { frameEnd: 1100, fps: null } },
  },
  deleteFolder: { project_name: "harbour_short", folder_id: ids.sh010, force: true },
  getHierarchy: { project_name: "harbour_short", search: "sh 010", types: "Shot,Asset build" },
  createTask: {
    project_name: "harbour_short",
    body: {
      name: "compositing",
      taskType: "Compositing",
      folderId: ids.sh010,
      assignees: ["compositor_1"],
      data: { review: "next week" },
    },
  },
  getTask: { project_name: "harbour_short", task_id: ids.compositing },
  updateTask: {
    project_name: "harbour_short",
    task_id: ids.compositing,
    body: { label: null, assignees: [], attrib: { priority: null } },
  },
  deleteTask: { project_name: "harbour_short", task_id: ids.compositing },
  assignTask: {
    project_name: "harbour_short",
    task_id: ids.compositing,
    body: { mode: "add", users: ["compositor_1"] },
  },
};
