import { addonVersion } from "../addon/addon-package.ts";
import type { Addon, Event } from "../entities.ts";

const title = "Harbour tools";
const tools = { name: "harbour_tools", title, hasClient: true, hasSettings: true };

/** An addon with a version in use and one on trial, and one that counts as part of the system. */
export const addons: readonly Addon[] = [
  {
    name: "harbour_tools",
    title,
    versions: {
      "1.2.0": addonVersion({ ...tools, version: "1.2.0" }),
      "1.3.0": addonVersion({ ...tools, version: "1.3.0" }),
    },
    description: "Publishing of boats and tides",
    productionVersion: "1.2.0",
    stagingVersion: "1.3.0",
    addonType: "pipeline",
    system: false,
    projectCanOverrideAddonVersion: false,
  },
  {
    name: "tide_gauge",
    title: "Tide gauge",
    versions: {
      "0.4.1": addonVersion({ ...tools, name: "tide_gauge", version: "0.4.1", hasClient: false, hasSettings: false }),
    },
    description: "",
    addonType: "server",
    system: true,
    projectCanOverrideAddonVersion: false,
  },
];

/** The installation of the addon's newest version. */
export const events: readonly Event[] = [
  {
    id: "6a3a3126ba2311f09d3e0242ac120002",
    hash: "3b1f0e6f9a5d4c27b8e1d06a4f73c952",
    topic: "addon.install",
    sender: "background-installer",
    senderType: "system",
    project: null,
    user: "admin",
    dependsOn: null,
    status: "finished",
    retries: 0,
    description: "Addon harbour_tools 1.3.0 is installed",
    summary: { name: "harbour_tools", version: "1.3.0" },
    payload: {},
    createdAt: "2025-11-05T09:12:40.570716+00:00",
    updatedAt: "2025-11-05T09:12:42.983532+00:00",
  },
];
