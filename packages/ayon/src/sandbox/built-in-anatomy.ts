import type { Anatomy } from "./entities.ts";

const grey = "#cccccc";

/** The anatomy of a server without presets: that of the documents' examples, and a few more types. */
export const builtInAnatomy: Anatomy = {
  entity_naming: { capitalization: "lower", separator: "_" },
  roots: [{ name: "work", windows: "P:/projects", linux: "/mnt/studio/projects", darwin: "/Volumes/projects" }],
  templates: {
    version_padding: 3,
    version: "v{version:0>{@version_padding}}",
    frame_padding: 4,
    frame: "{frame:0>{@frame_padding}}",
    work: [
      {
        name: "default",
        directory: "{root[work]}/{project[name]}/{folder[name]}/work",
        file: "{project[code]}_{folder[name]}_{@version}.{ext}",
      },
    ],
    publish: [
      {
        name: "default",
        directory: "{root[work]}/{project[name]}/{folder[name]}/publish",
        file: "{project[code]}_{folder[name]}_{product[name]}_{@version}.{ext}",
      },
    ],
    hero: [],
    delivery: [],
    staging: [],
    others: [],
  },
  attributes: {
    priority: "normal",
    fps: 24,
    resolutionWidth: 2048,
    resolutionHeight: 858,
    pixelAspect: 1,
    clipIn: 1,
    clipOut: 1,
    frameStart: 1001,
    frameEnd: 1001,
    handleStart: 8,
    handleEnd: 8,
    startDate: null,
    endDate: null,
    description: null,
  },
  folder_types: [
    { name: "Folder", original_name: "Folder", shortName: "", color: grey, icon: "folder" },
    { name: "Asset", original_name: "Asset", shortName: "as", color: grey, icon: "category" },
    { name: "Shot", original_name: "Shot", shortName: "sh", color: grey, icon: "movie" },
  ],
  task_types: [
    { name: "Modeling", original_name: "Modeling", shortName: "mdl", color: "#3a6ea5", icon: "deployed_code" },
    { name: "Compositing", original_name: "Compositing", shortName: "comp", color: "#612ba3", icon: "layers" },
  ],
  link_types: [
    { link_type: "reference", input_type: "version", output_type: "version", color: "#d94383", style: "solid" },
    { link_type: "generative", input_type: "version", output_type: "version", color: "#7fb83e", style: "solid" },
  ],
  statuses: [
    {
      name: "Not started",
      original_name: "Not started",
      shortName: "NOT",
      state: "not_started",
      icon: "fiber_new",
      color: "#8f9aa6",
      scope: null,
    },
    {
      name: "In progress",
      original_name: "In progress",
      shortName: "PRG",
      state: "in_progress",
      icon: "play_arrow",
      color: "#5bb8f5",
      scope: ["folder", "task"],
    },
    {
      name: "Approved",
      original_name: "Approved",
      shortName: "APP",
      state: "done",
      icon: "task_alt",
      color: "#08f094",
      scope: null,
    },
  ],
  tags: [{ name: "for reel", original_name: "for reel", color: "#5be1c6" }],
  product_base_types: {
    default: { color: grey, icon: "deployed_code" },
    definitions: [{ name: "render", color: grey, icon: "photo_library" }],
  },
};
