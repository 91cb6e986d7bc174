import { isObject } from "../is-object.ts";
import type { Settings } from "./addon-settings.ts";
import { isGroup } from "./apply-overrides.ts";
import type { SettingPath } from "./pin-settings.ts";

/** Settings that were read, or what is wrong with them. */
export interface ReadSettings {
  /** All settings: what was not given is as the addon brings it along. */
  readonly settings: Settings;
  /** Where values stand that are of another type than the addon's own. */
  readonly wrong: readonly SettingPath[];
}

/** Reads settings in the form of those that an addon brings along; members that it does not know are dropped. */
export function readSettings(defaults: Settings, given: Settings, place: SettingPath = []): ReadSettings {
  if (Object.keys(defaults).length === 0) return { settings: given, wrong: [] };
  const settings: Record<string, unknown> = {};
  const wrong: SettingPath[] = [];
  for (const [name, own] of Object.entries(defaults)) {
    const value = Object.hasOwn(given, name) ? given[name] : own;
    settings[name] = value;
    if (!isOfType(own, value)) wrong.push([...place, name]);
    else if (isGroup(own) && isObject(value)) {
      const inner = readSettings(own, value, [...place, name]);
      settings[name] = inner.settings;
      wrong.push(...inner.wrong);
    }
  }
  return { settings, wrong };
}

/** Whether a value may take the place of another. What is null there says nothing of its type. */
function isOfType(own: unknown, value: unknown): boolean {
  if (own === null) return true;
  if (Array.isArray(own)) return Array.isArray(value);
  return isObject(own) ? isObject(value) : typeof own === typeof value;
}
