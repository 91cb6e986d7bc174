import type { Answer, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandManager } from "../../caller.ts";
import {
  defaultsOf,
  hasSettings,
  newSettings,
  overridesOf,
  type Settings,
  settingsOf,
  storedSettings,
} from "../../settings/addon-settings.ts";
import { extractOverrides } from "../../settings/extract-overrides.ts";
import { pinSettings, type SettingPath, unpinSettings } from "../../settings/pin-settings.ts";
import { readSettings } from "../../settings/read-settings.ts";
import { writeEvent } from "../../write-event.ts";

/** Keeps what the sent settings say otherwise than those that hold. What is not sent is as the addon brings it along. */
export const updateAddonSettings: Hook<operations["updateAddonSettings"]> = async (call) => {
  const caller = await demandManager(call);
  const { store } = call;
  const { addon_name: addonName, addon_version: addonVersion } = call.path;
  const scope = { addonName, addonVersion, variant: call.query?.variant ?? "production", projectName: null };
  if (!hasSettings(call, addonName, addonVersion))
    throw call.refuse(400, `The addon ${addonName} ${addonVersion} has no settings`);
  const { __pinned_fields__: pinned, __unpinned_fields__: unpinned, ...given } = call.body;
  const { settings, wrong } = readSettings(defaultsOf(store, addonName, addonVersion), given);
  if (wrong.length > 0) return refusedSettings(wrong);
  const before = overridesOf(store, scope);
  const found = extractOverrides(settingsOf(store, scope), settings, before);
  const data = unpinSettings(pinSettings(found, settings, pinned ?? []), unpinned ?? []);
  keep(data);
  writeEvent(call, {
    topic: "settings.changed",
    user: caller.name,
    description: `The settings of ${addonName} ${addonVersion} for ${scope.variant} were changed`,
    summary: { addon_name: addonName, addon_version: addonVersion, variant: scope.variant },
    payload: { originalValue: before, newValue: data },
  });
  return { status: 204 };

  function keep(overrides: Settings): void {
    const known = storedSettings(store, scope);
    const some = Object.keys(overrides).length > 0;
    if (known === undefined && some) store.create("AddonSettings", newSettings(scope, overrides));
    else if (known !== undefined && some) store.update("AddonSettings", known, { data: overrides });
    else if (known !== undefined) store.remove("AddonSettings", known);
  }
};

/** The answer to settings that the addon does not take: unlike other refusals it says of each which one it is. */
function refusedSettings(wrong: readonly SettingPath[]): Answer {
  const errors = wrong.map((loc) => ({ loc, msg: "The setting has another type", type: "type_error" }));
  return { status: 400, json: { code: 400, detail: "The settings were refused", errors } };
}
