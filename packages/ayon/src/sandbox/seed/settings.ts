import { type AddonSettings, newDefaults, newSettings, type Settings } from "../settings/addon-settings.ts";

const addonName = "harbour_tools";
const scope = { addonName, addonVersion: "1.2.0", variant: "production", projectName: null };

const defaults: Settings = { enabled: true, tide_level: 3, farm: { pool: "day", priority: 50 } };

/** What the versions of the tools bring along, and what the studio and a project have set otherwise for production. */
export const settings: readonly AddonSettings[] = [
  newDefaults(addonName, "1.2.0", defaults),
  newDefaults(addonName, "1.3.0", { ...defaults, harbours: ["north", "south"] }),
  newSettings(scope, { tide_level: 5, farm: { pool: "night" } }),
  newSettings({ ...scope, projectName: "harbour_short" }, { tide_level: 9 }),
];
