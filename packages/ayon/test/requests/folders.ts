import { ids } from "../inputs/ids.ts";
import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of folders and tasks. */
export const folders: Record<string, Expected> = {
  listFolders: {
    call: (ay) => ay.folders.list(inputs.listFolders),
    method: "GET",
    url: "/api/projects/harbour_short/folders?attrib=true",
  },
  createFolder: {
    call: (ay) => ay.folders.create(inputs.createFolder),
    method: "POST",
    url: "/api/projects/harbour_short/folders",
    ...json({
      id: ids.sh010,
      name: "sh010",
      label: "Häfen & co",
      folderType: "Shot",
      parentId: ids.shots,
      attrib: { frameEnd: 1096, description: null },
      tags: ["for reel"],
    }),
  },
  getFolder: {
    call: (ay) => ay.folders.get(inputs.getFolder),
    method: "GET",
    url: `/api/projects/harbour_short/folders/${ids.sh010}`,
  },
  updateFolder: {
    call: (ay) => ay.folders.update(inputs.updateFolder),
    accept: "*/*",
    method: "PATCH",
    url: `/api/projects/harbour_short/folders/${ids.sh010}`,
    ...json({ status: "Approved", parentId: null, attrib: { frameEnd: 1100, fps: null } }),
  },
  deleteFolder: {
    call: (ay) => ay.folders.delete(inputs.deleteFolder),
    accept: "*/*",
    method: "DELETE",
    url: `/api/projects/harbour_short/folders/${ids.sh010}?force=true`,
  },
  getHierarchy: {
    call: (ay) => ay.folders.hierarchy(inputs.getHierarchy),
    method: "GET",
    url: "/api/projects/harbour_short/hierarchy?search=sh%20010&types=Shot%2CAsset%20build",
  },
  createTask: {
    call: (ay) => ay.tasks.create(inputs.createTask),
    method: "POST",
    url: "/api/projects/harbour_short/tasks",
    ...json({
      name: "compositing",
      taskType: "Compositing",
      folderId: ids.sh010,
      assignees: ["compositor_1"],
      data: { review: "next week" },
    }),
  },
  getTask: {
    call: (ay) => ay.tasks.get(inputs.getTask),
    method: "GET",
    url: `/api/projects/harbour_short/tasks/${ids.compositing}`,
  },
  updateTask: {
    call: (ay) => ay.tasks.update(inputs.updateTask),
    accept: "*/*",
    method: "PATCH",
    url: `/api/projects/harbour_short/tasks/${ids.compositing}`,
    ...json({ label: null, assignees: [], attrib: { priority: null } }),
  },
  deleteTask: {
    call: (ay) => ay.tasks.delete(inputs.deleteTask),
    accept: "*/*",
    method: "DELETE",
    url: `/api/projects/harbour_short/tasks/${ids.compositing}`,
  },
  assignTask: {
    call: (ay) => ay.tasks.assign(inputs.assignTask),
    accept: "*/*",
    method: "POST",
    url: `/api/projects/harbour_short/tasks/${ids.compositing}/assign`,
    ...json({ mode: "add", users: ["compositor_1"] }),
  },
};
