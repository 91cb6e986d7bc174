import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of projects and their anatomy. */
export const projects: Record<string, Expected> = {
  listProjects: {
    call: (ay) => ay.projects.list(inputs.listProjects),
    method: "GET",
    url: "/api/projects?page=2&length=50&library=false&active=true&order=name&desc=true&name=harbour_short",
  },
  createProject: {
    call: (ay) => ay.projects.create(inputs.createProject),
    method: "POST",
    url: "/api/projects",
    headers: { "content-type": "application/json" },
    // The recorder reads bytes as Latin-1: the two bytes of the umlaut stand apart.
    body: '{"name":"harbour_short","code":"hbr","label":"HÃ¤fen & co","color":"#2f6f8f"}',
  },
  getProject: { call: (ay) => ay.projects.get(inputs.getProject), method: "GET", url: "/api/projects/harbour_short" },
  updateProject: {
    call: (ay) => ay.projects.update(inputs.updateProject),
    accept: "*/*",
    method: "PATCH",
    url: "/api/projects/harbour_short",
    ...json({ attrib: { fps: 25, description: null }, active: true }),
  },
  deleteProject: {
    call: (ay) => ay.projects.delete(inputs.deleteProject),
    accept: "*/*",
    method: "DELETE",
    url: "/api/projects/harbour_short",
  },
  getProjectAnatomy: {
    call: (ay) => ay.projects.getAnatomy(inputs.getProjectAnatomy),
    method: "GET",
    url: "/api/projects/harbour_short/anatomy",
  },
  replaceProjectAnatomy: {
    call: (ay) => ay.projects.replaceAnatomy(inputs.replaceProjectAnatomy),
    accept: "*/*",
    method: "POST",
    url: "/api/projects/harbour_short/anatomy",
    ...json({
      roots: [{ name: "work", windows: "P:/projects", linux: "/mnt/studio/projects", darwin: "/Volumes/projects" }],
      folder_types: [{ name: "Folder" }, { name: "Shot", original_name: "Shot", shortName: "sh" }],
      statuses: [{ name: "Working", original_name: "In progress", state: "in_progress", scope: ["folder", "task"] }],
      attributes: { fps: 24, description: null },
    }),
  },
  getSiteRoots: {
    call: (ay) => ay.projects.getSiteRoots(inputs.getSiteRoots),
    method: "GET",
    url: "/api/projects/harbour_short/siteRoots?platform=linux",
    headers: { "x-ayon-site-id": "brave-otter-tide" },
  },
  listAnatomyPresets: { call: (ay) => ay.anatomy.listPresets(), method: "GET", url: "/api/anatomy/presets" },
  getAnatomyPreset: {
    call: (ay) => ay.anatomy.getPreset(inputs.getAnatomyPreset),
    method: "GET",
    url: "/api/anatomy/presets/Film%20%26%20series%20%232",
  },
};
