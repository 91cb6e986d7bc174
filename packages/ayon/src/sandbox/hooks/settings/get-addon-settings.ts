import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";
import { checkVersion, hasSettings, settingsOf } from "../../settings/addon-settings.ts";

/** The studio's settings of an addon version; an empty object where it has none. */
export const getAddonSettings: Hook<operations["getAddonSettings"]> = async (call) => {
  await demandMember(call);
  const { addon_name: addonName, addon_version: addonVersion } = call.path;
  const { variant = "production", as } = call.query ?? {};
  if (!hasSettings(call, addonName, addonVersion)) return call.reply({});
  checkVersion(call, addonName, as);
  return call.reply(settingsOf(call.store, { addonName, addonVersion, variant, projectName: null }, as));
};
