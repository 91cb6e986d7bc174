import type { Inputs } from "./input-of.ts";

/** Inputs of projects and their anatomy. */
export const projects: Pick<
  Inputs,
  | "listProjects"
  | "createProject"
  | "getProject"
  | "updateProject"
  | "deleteProject"
  | "getProjectAnatomy"
  | "replaceProjectAnatomy"
  | "getSiteRoots"
  | "listAnatomyPresets"
  | "getAnatomyPreset"
> = {
  listProjects: { page: 2, length: 50, library: false, active: true, order: "name", desc: true, name: "harbour_short" },
  createProject: { body: { name: "harbour_short", code: "hbr", label: "Häfen & co", color: "#2f6f8f" } },
  getProject: { project_name: "harbour_short" },
  updateProject: { project_name: "harbour_short", body: { attrib: { fps: 25, description: null }, active: true } },
  deleteProject: { project_name: "harbour_short" },
  getProjectAnatomy: { project_name: "harbour_short" },
  replaceProjectAnatomy: {
    project_name: "harbour_short",
    body: {
      roots: [{ name: "work", windows: "P:/projects", linux: "/mnt/studio/projects", darwin: "/Volumes/projects" }],
      folder_types: [{ name: "Folder" }, { name: "Shot", original_name: "Shot", shortName: "sh" }],
      statuses: [{ name: "Working", original_name: "In progress", state: "in_progress", scope: ["folder", "task"] }],
      attributes: { fps: 24, description: null },
    },
  },
  getSiteRoots: { project_name: "harbour_short", platform: "linux", "X-Ayon-Site-Id": "brave-otter-tide" },
  listAnatomyPresets: undefined,
  getAnatomyPreset: { preset_name: "Film & series #2" },
};
