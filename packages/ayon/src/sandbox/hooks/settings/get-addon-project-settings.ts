import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";
import { accessProject } from "../../project-access.ts";
import { checkVersion, hasSettings, settingsOf } from "../../settings/addon-settings.ts";

/** A project's settings of an addon version. Where it has none that is 404, unlike with those of the studio. */
export const getAddonProjectSettings: Hook<operations["getAddonProjectSettings"]> = async (call) => {
  await demandMember(call);
  const { addon_name: addonName, addon_version: addonVersion, project_name: projectName } = call.path;
  await accessProject(call, projectName);
  const { variant = "production", as } = call.query ?? {};
  if (!hasSettings(call, addonName, addonVersion))
    throw call.refuse(404, `The addon ${addonName} ${addonVersion} has no settings`);
  checkVersion(call, addonName, as);
  return call.reply(settingsOf(call.store, { addonName, addonVersion, variant, projectName }, as));
};
