import type { components } from "../generated/schema.ts";

type Attribute = components["schemas"]["Attribute"];
type Type = Attribute["data"]["type"];

const inherited = ["project", "folder", "task"];

const rows: readonly (readonly [name: string, title: string, type: Type, fallback?: unknown])[] = [
  ["priority", "Priority", "string", "normal"],
  ["fps", "Frames per second", "float", 25],
  ["resolutionWidth", "Width", "integer", 1920],
  ["resolutionHeight", "Height", "integer", 1080],
  ["pixelAspect", "Pixel aspect", "float", 1],
  ["clipIn", "Clip in", "integer", 1],
  ["clipOut", "Clip out", "integer", 1],
  ["frameStart", "First frame", "integer", 1001],
  ["frameEnd", "Last frame", "integer", 1001],
  ["handleStart", "Frames before", "integer", 0],
  ["handleEnd", "Frames after", "integer", 0],
  ["startDate", "Begin", "datetime"],
  ["endDate", "End", "datetime"],
  ["description", "Description", "string"],
];

const ofUsers: readonly (readonly [name: string, title: string, type: Type])[] = [
  ["fullName", "Full name", "string"],
  ["email", "Mail", "string"],
  ["avatarUrl", "Picture", "string"],
  ["developerMode", "Developer mode", "boolean"],
];

/** The attributes that projects and users of the sandbox can have. */
export const attributes: readonly Attribute[] = [
  ...rows.map(([name, title, type, fallback]) => ({
    name,
    scope: inherited,
    data: { type, title, inherit: true, ...(fallback !== undefined && { default: fallback }) },
  })),
  ...ofUsers.map(([name, title, type]) => ({ name, scope: ["user"], data: { type, title, inherit: false } })),
].map((attribute, position) => ({ ...attribute, position, builtin: true }));
