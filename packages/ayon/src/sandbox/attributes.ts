import type { components } from "../generated/schema.ts";

type Attribute = components["schemas"]["Attribute"];
type Data = Attribute["data"];

/** What plans work. */
const planned = ["project", "folder", "task"];
/** What has a picture. */
const framed = [...planned, "version", "representation"];
/** All that is in a project, and the project. */
const all = [...framed, "product", "workfile"];

const attribute = (scope: readonly string[], title: string, type: Data["type"], more: Partial<Data> = {}) => ({
  scope: [...scope],
  data: { type, title, inherit: scope === planned || scope === framed, ...more },
});

/** The attributes of a fresh server, by name. */
const builtIn = {
  priority: attribute(planned, "Priority", "string", { default: "normal" }),
  fps: attribute(framed, "Frames per second", "float", { default: 25, gt: 0 }),
  resolutionWidth: attribute(framed, "Width", "integer", { default: 1920, gt: 0, lt: 50_000 }),
  resolutionHeight: attribute(framed, "Height", "integer", { default: 1080, gt: 0, lt: 50_000 }),
  pixelAspect: attribute(framed, "Pixel aspect", "float", { default: 1, gt: 0 }),
  clipIn: attribute(framed, "Clip in", "integer", { default: 1 }),
  clipOut: attribute(framed, "Clip out", "integer", { default: 1 }),
  frameStart: attribute(framed, "First frame", "integer", { default: 1001 }),
  frameEnd: attribute(framed, "Last frame", "integer", { default: 1001 }),
  handleStart: attribute(framed, "Frames before", "integer", { default: 0 }),
  handleEnd: attribute(framed, "Frames after", "integer", { default: 0 }),
  startDate: attribute(planned, "Begin", "datetime"),
  endDate: attribute(planned, "End", "datetime"),
  description: attribute(all, "Description", "string"),
  productGroup: attribute(["product"], "Product group", "string"),
  intent: attribute(["version"], "Intent", "string"),
  machine: attribute(["version"], "Machine", "string"),
  source: attribute(["version"], "Source", "string"),
  comment: attribute(["version"], "Comment", "string"),
  site: attribute(["version"], "Site", "string"),
  families: attribute(["version"], "Families", "list_of_strings"),
  colorSpace: attribute(["version"], "Color space", "string"),
  path: attribute(["representation"], "Path", "string"),
  template: attribute(["representation"], "Template", "string"),
  extension: attribute(["representation", "workfile"], "Extension", "string"),
  fullName: attribute(["user"], "Full name", "string"),
  email: attribute(["user"], "Mail", "string"),
  avatarUrl: attribute(["user"], "Picture", "string"),
  developerMode: attribute(["user"], "Developer mode", "boolean"),
};

/** The attributes that projects, what is in them, and users of the sandbox can have. */
export const attributes: readonly Attribute[] = Object.entries(builtIn).map(([name, about], position) => ({
  name,
  ...about,
  position,
  builtin: true,
}));
