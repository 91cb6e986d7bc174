import type { Hook } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";
import type { Addon } from "../../entities.ts";
import { overridesOf, settingsOf } from "../../settings/addon-settings.ts";
import { type AddonChoice, chooseAddons } from "../../settings/choose-addons.ts";

type Item = components["schemas"]["AddonSettingsEntry"];

/** The settings of all addons of a bundle, by title, for the studio or a project. */
export const getSettings: Hook<operations["getSettings"]> = async (call) => {
  await demandMember(call);
  const { store } = call;
  const query = call.query ?? {};
  const { variant = "production", summary = false } = query;
  const choice = chooseAddons(call, query);
  const addons = Object.entries(choice.addons).map(([name, version]) => item(name, version));
  return call.reply({
    ...(choice.projectName !== null && { projectName: choice.projectName }),
    bundleName: choice.bundleName,
    addons: addons.toSorted((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1)),
    inheritedAddons: choice.inheritedAddons,
  });

  function item(name: string, version: string): Item {
    const addon = store.get("Addon", name) as Addon | undefined;
    const installed = addon && Object.hasOwn(addon.versions, version) ? addon.versions[version] : undefined;
    if (addon === undefined || installed === undefined) return unknownAddon(name, version);
    const { hasSettings, hasSiteSettings } = installed;
    const scope = { addonName: name, addonVersion: version, variant, projectName: choice.projectName };
    const isSet = (projectName: string | null): boolean =>
      Object.keys(overridesOf(store, { ...scope, projectName })).length > 0;
    return {
      ...unknownAddon(name, version),
      title: addon.title,
      hasSettings,
      hasProjectSettings: hasSettings,
      hasSiteSettings,
      ...(hasSettings && {
        hasStudioOverrides: isSet(null),
        hasProjectOverrides: choice.projectName !== null && isSet(choice.projectName),
        hasProjectSiteOverrides: false,
      }),
      settings: hasSettings && !summary ? settingsOf(store, scope) : {},
      isProjectBundle: isOwn(choice, name),
    };
  }
};

/** An addon that is in a bundle and not on the server: it is listed with empty settings. */
function unknownAddon(name: string, version: string): Item {
  const none = { hasSettings: false, hasProjectSettings: false, hasProjectSiteSettings: false, hasSiteSettings: false };
  return { name, version, title: name, ...none, settings: {}, isBroken: false, isProjectBundle: false };
}

/** Whether an addon comes from the bundle of the project and not from the studio's. */
function isOwn({ isProjectBundle, inheritedAddons }: AddonChoice, name: string): boolean {
  return isProjectBundle && !inheritedAddons.includes(name);
}
