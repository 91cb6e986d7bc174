import { isObject } from "../is-object.ts";
import type { Settings } from "./addon-settings.ts";

/**
 * Settings with what was set otherwise. Objects are merged member by member, everything else is replaced. A member that
 * the settings do not have is left out, but settings without any member take all.
 */
export function applyOverrides(settings: Settings, overrides: Settings): Settings {
  if (Object.keys(settings).length === 0) return overrides;
  const merged = Object.entries(settings).map(([name, value]) => {
    if (!Object.hasOwn(overrides, name)) return [name, value] as const;
    const given = overrides[name];
    return [name, isGroup(value) && isObject(given) ? applyOverrides(value, given) : given] as const;
  });
  return Object.fromEntries(merged);
}

/** Whether a value is an object whose members are settings of their own; an empty one is a free map. */
export function isGroup(value: unknown): value is Settings {
  return isObject(value) && Object.keys(value).length > 0;
}
