import type { Call, OperationShape, Store } from "@fairlead/sandbox";
import type { Addon, AddonVersion } from "../entities.ts";
import { applyOverrides } from "./apply-overrides.ts";

/** Settings by name; objects nest. */
export type Settings = Readonly<Record<string, unknown>>;

/** Whose settings of an addon version they are. */
export type SettingsScope = {
  readonly addonName: string;
  readonly addonVersion: string;
  /** Role of a bundle, or name of one for development; each has settings of its own. */
  readonly variant: string;
  /** Null for those of the studio. */
  readonly projectName: string | null;
};

/** What an addon version brings along, or what was set otherwise for the studio or a project. */
export type AddonSettings = SettingsScope & {
  readonly id: string;
  readonly data: Settings;
};

/** The variant under which stands what an addon version brings along. No bundle can be called so. */
const defaults = "(defaults)";

/** An entity for the store. */
export function newSettings(scope: SettingsScope, data: Settings): AddonSettings {
  const { addonName, addonVersion, variant, projectName } = scope;
  const id = [addonName, addonVersion, variant, projectName ?? ""].join("/");
  return { id, addonName, addonVersion, variant, projectName, data };
}

/** What an addon version brings along, as an entity for the store. */
export function newDefaults(addonName: string, addonVersion: string, data: Settings): AddonSettings {
  return newSettings({ addonName, addonVersion, variant: defaults, projectName: null }, data);
}

/** What is stored for a scope. */
export function storedSettings(store: Pick<Store, "get">, scope: SettingsScope): AddonSettings | undefined {
  return store.get("AddonSettings", newSettings(scope, {}).id) as AddonSettings | undefined;
}

/** What was set otherwise in a scope; empty where nothing was. */
export function overridesOf(store: Pick<Store, "get">, scope: SettingsScope): Settings {
  return storedSettings(store, scope)?.data ?? {};
}

/**
 * What an addon version brings along: empty where the sandbox does not know it, as of an addon that was installed from a
 * ZIP, whose defaults are a program. Such settings take any member.
 */
export function defaultsOf(store: Pick<Store, "get">, addonName: string, addonVersion: string): Settings {
  return overridesOf(store, { addonName, addonVersion, variant: defaults, projectName: null });
}

/**
 * The settings that hold in a scope: a project's over the studio's over what the version brings along.
 * @param as - Version whose settings to give, filled with what was set for the version in the scope.
 */
export function settingsOf(store: Pick<Store, "get">, scope: SettingsScope, as: string = scope.addonVersion): Settings {
  const studio = applyOverrides(
    defaultsOf(store, scope.addonName, as),
    overridesOf(store, { ...scope, projectName: null }),
  );
  return scope.projectName === null ? studio : applyOverrides(studio, overridesOf(store, scope));
}

type Asking = Pick<Call<OperationShape>, "store" | "refuse">;

/** Whether an addon version has settings. @throws {Refusal} 404, there is no such addon version. */
export function hasSettings({ store, refuse }: Asking, addonName: string, addonVersion: string): boolean {
  const version = findVersion(store, addonName, addonVersion);
  if (version === undefined) throw refuse(404, `There is no addon ${addonName} ${addonVersion}`);
  return version.hasSettings;
}

/** Lets a version pass in whose form settings are wanted. @throws {Refusal} 400, the addon has no such version. */
export function checkVersion({ store, refuse }: Asking, addonName: string, as: string | undefined): void {
  if (as !== undefined && findVersion(store, addonName, as) === undefined)
    throw refuse(400, `There is no addon ${addonName} ${as} in whose form to give the settings`);
}

function findVersion(store: Pick<Store, "get">, addonName: string, addonVersion: string): AddonVersion | undefined {
  const addon = store.get("Addon", addonName) as Addon | undefined;
  return addon && Object.hasOwn(addon.versions, addonVersion) ? addon.versions[addonVersion] : undefined;
}
