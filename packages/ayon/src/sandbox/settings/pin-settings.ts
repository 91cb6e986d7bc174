import { isObject } from "../is-object.ts";
import type { Settings } from "./addon-settings.ts";

/** Where a setting stands: names from the outside to the inside. */
export type SettingPath = readonly string[];

/** What was said otherwise, and further settings as they are. A path that leads nowhere is left out. */
export function pinSettings(overrides: Settings, settings: Settings, paths: readonly SettingPath[]): Settings {
  return paths.reduce((pinned, path) => pin(pinned, settings, path), overrides);
}

/** What was said otherwise without some of it; an object that becomes empty goes too. */
export function unpinSettings(overrides: Settings, paths: readonly SettingPath[]): Settings {
  return paths.reduce(unpin, overrides);
}

function pin(overrides: Settings, settings: Settings, [name, ...rest]: SettingPath): Settings {
  if (name === undefined || !Object.hasOwn(settings, name)) return overrides;
  const value = settings[name];
  if (rest.length === 0) return { ...overrides, [name]: value };
  if (!isObject(value)) return overrides;
  const known = overrides[name];
  const inner = pin(isObject(known) ? known : {}, value, rest);
  return Object.keys(inner).length === 0 ? overrides : { ...overrides, [name]: inner };
}

function unpin(overrides: Settings, [name, ...rest]: SettingPath): Settings {
  if (name === undefined || !Object.hasOwn(overrides, name)) return overrides;
  const { [name]: value, ...others } = overrides;
  const inner = rest.length > 0 && isObject(value) ? unpin(value, rest) : undefined;
  if (rest.length > 0 && inner === undefined) return overrides;
  return inner === undefined || Object.keys(inner).length === 0 ? others : { ...others, [name]: inner };
}
