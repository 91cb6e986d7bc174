import { ids } from "./ids.ts";
import type { Inputs } from "./input-of.ts";

/** Inputs of bundles, settings, secrets, attributes, events and the server. */
export const studio: Pick<
  Inputs,
  | "getInfo"
  | "listAttributes"
  | "listBundles"
  | "createBundle"
  | "updateBundle"
  | "deleteBundle"
  | "getSettings"
  | "getAddonSettings"
  | "updateAddonSettings"
  | "getAddonProjectSettings"
  | "listSecrets"
  | "getSecret"
  | "replaceSecret"
  | "deleteSecret"
  | "createEvent"
  | "getEvent"
  | "updateEvent"
  | "enroll"
> = {
  getInfo: { full: true },
  listAttributes: undefined,
  listBundles: { archived: true },
  createBundle: {
    force: true,
    body: {
      name: "harbour-2026-12",
      addons: { harbour_tools: "1.3.0", harbour_review: null },
      installerVersion: "1.6.0",
      dependencyPackages: { windows: "harbour-deps-1.6.0-windows.zip", linux: null },
      isStaging: true,
    },
  },
  updateBundle: { bundle_name: "harbour-2026-12", force: false, body: { isProduction: true, isStaging: false } },
  deleteBundle: { bundle_name: "harbour-2026-11" },
  getSettings: {
    bundle_name: "harbour-2026-11",
    project_name: "harbour_short",
    variant: "production",
    summary: true,
    site_id: "brave-otter-tide",
  },
  getAddonSettings: { addon_name: "harbour_tools", addon_version: "1.3.0+b2", variant: "staging", as: "1.2.0" },
  updateAddonSettings: {
    addon_name: "harbour_tools",
    addon_version: "1.2.0",
    variant: "production",
    body: { enabled: true, tide_level: 7, farm: { pool: "night", priority: 50 }, __pinned_fields__: [["tide_level"]] },
  },
  getAddonProjectSettings: {
    addon_name: "harbour_tools",
    addon_version: "1.2.0",
    project_name: "harbour_short",
    site_id: "brave-otter-tide",
  },
  listSecrets: undefined,
  getSecret: { name: "render_farm_password" },
  replaceSecret: { name: "render_farm_password", body: { value: "fictional-farm-passphrase-2" } },
  deleteSecret: { name: "render_farm_password" },
  createEvent: {
    body: {
      topic: "harbour.publish",
      sender: "harbour_tools",
      project: "harbour_short",
      description: "Version 2 of renderMain was published",
      summary: { versionId: ids.renderVersion2 },
      payload: { frames: 96 },
      finished: true,
    },
  },
  getEvent: { event_id: ids.event },
  updateEvent: { event_id: ids.event, body: { status: "in_progress", progress: 50, description: "Frame 48 of 96" } },
  enroll: {
    body: {
      sourceTopic: ["harbour.publish", "harbour.publish_again"],
      targetTopic: "harbour.transcode",
      sender: "transcoder-01",
      filter: { operator: "and", conditions: [{ key: "payload/frames", value: 1, operator: "gt" }] },
      ignoreOlderThan: 0,
    },
  },
};
