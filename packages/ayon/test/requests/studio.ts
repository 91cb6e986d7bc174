import { ids } from "../inputs/ids.ts";
import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of bundles, settings, secrets, attributes, events and the server. */
export const studio: Record<string, Expected> = {
  getInfo: { call: (ay) => ay.server.getInfo(inputs.getInfo), method: "GET", url: "/api/info?full=true" },
  listAttributes: { call: (ay) => ay.attributes.list(), method: "GET", url: "/api/attributes" },
  listBundles: { call: (ay) => ay.bundles.list(inputs.listBundles), method: "GET", url: "/api/bundles?archived=true" },
  createBundle: {
    call: (ay) => ay.bundles.create(inputs.createBundle),
    accept: "*/*",
    method: "POST",
    url: "/api/bundles?force=true",
    ...json({
      name: "harbour-2026-12",
      addons: { harbour_tools: "1.3.0", harbour_review: null },
      installerVersion: "1.6.0",
      dependencyPackages: { windows: "harbour-deps-1.6.0-windows.zip", linux: null },
      isStaging: true,
    }),
  },
  updateBundle: {
    call: (ay) => ay.bundles.update(inputs.updateBundle),
    accept: "*/*",
    method: "PATCH",
    url: "/api/bundles/harbour-2026-12?force=false",
    ...json({ isProduction: true, isStaging: false }),
  },
  deleteBundle: {
    call: (ay) => ay.bundles.delete(inputs.deleteBundle),
    accept: "*/*",
    method: "DELETE",
    url: "/api/bundles/harbour-2026-11",
  },
  getSettings: {
    call: (ay) => ay.settings.get(inputs.getSettings),
    method: "GET",
    url: "/api/settings?bundle_name=harbour-2026-11&project_name=harbour_short&variant=production&summary=true&site_id=brave-otter-tide",
  },
  getAddonSettings: {
    call: (ay) => ay.settings.getAddon(inputs.getAddonSettings),
    method: "GET",
    url: "/api/addons/harbour_tools/1.3.0%2Bb2/settings?variant=staging&as=1.2.0",
  },
  updateAddonSettings: {
    call: (ay) => ay.settings.updateAddon(inputs.updateAddonSettings),
    accept: "*/*",
    method: "POST",
    url: "/api/addons/harbour_tools/1.2.0/settings?variant=production",
    ...json({
      enabled: true,
      tide_level: 7,
      farm: { pool: "night", priority: 50 },
      __pinned_fields__: [["tide_level"]],
    }),
  },
  getAddonProjectSettings: {
    call: (ay) => ay.settings.getAddonForProject(inputs.getAddonProjectSettings),
    method: "GET",
    url: "/api/addons/harbour_tools/1.2.0/settings/harbour_short?site_id=brave-otter-tide",
  },
  listSecrets: { call: (ay) => ay.secrets.list(), method: "GET", url: "/api/secrets" },
  getSecret: {
    call: (ay) => ay.secrets.get(inputs.getSecret),
    method: "GET",
    url: "/api/secrets/render_farm_password",
  },
  replaceSecret: {
    call: (ay) => ay.secrets.replace(inputs.replaceSecret),
    accept: "*/*",
    method: "PUT",
    url: "/api/secrets/render_farm_password",
    ...json({ value: "fictional-farm-passphrase-2" }),
  },
  deleteSecret: {
    call: (ay) => ay.secrets.delete(inputs.deleteSecret),
    accept: "*/*",
    method: "DELETE",
    url: "/api/secrets/render_farm_password",
  },
  createEvent: {
    call: (ay) => ay.events.create(inputs.createEvent),
    method: "POST",
    url: "/api/events",
    ...json({
      topic: "harbour.publish",
      sender: "harbour_tools",
      project: "harbour_short",
      description: "Version 2 of renderMain was published",
      summary: { versionId: ids.renderVersion2 },
      payload: { frames: 96 },
      finished: true,
    }),
  },
  getEvent: { call: (ay) => ay.events.get(inputs.getEvent), method: "GET", url: `/api/events/${ids.event}` },
  updateEvent: {
    call: (ay) => ay.events.update(inputs.updateEvent),
    accept: "*/*",
    method: "PATCH",
    url: `/api/events/${ids.event}`,
    ...json({ status: "in_progress", progress: 50, description: "Frame 48 of 96" }),
  },
  enroll: {
    call: (ay) => ay.events.enroll(inputs.enroll),
    method: "POST",
    url: "/api/enroll",
    ...json({
      sourceTopic: ["harbour.publish", "harbour.publish_again"],
      targetTopic: "harbour.transcode",
      sender: "transcoder-01",
      filter: { operator: "and", conditions: [{ key: "payload/frames", value: 1, operator: "gt" }] },
      ignoreOlderThan: 0,
    }),
  },
};
