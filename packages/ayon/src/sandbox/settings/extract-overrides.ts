import { isObject } from "../is-object.ts";
import { isSame } from "../is-same.ts";
import type { Settings } from "./addon-settings.ts";
import { isGroup } from "./apply-overrides.ts";

/**
 * What a new object of settings says otherwise: all that differs from what holds, and what was said otherwise before,
 * even if it is the same now.
 * @param current - The settings that hold.
 * @param next - All settings, as they are to be.
 * @param existing - What was said otherwise before.
 */
export function extractOverrides(current: Settings, next: Settings, existing: Settings): Settings {
  if (Object.keys(current).length === 0) return next;
  const found: Record<string, unknown> = {};
  for (const [name, old] of Object.entries(current)) {
    const value = next[name];
    if (!Object.hasOwn(existing, name) && isSame(old, value)) continue;
    const before = existing[name];
    found[name] =
      isGroup(old) && isObject(value) ? extractOverrides(old, value, isObject(before) ? before : {}) : value;
  }
  return found;
}
