import type { Store } from "@fairlead/sandbox";
import { type AddonSettings, newSettings, storedSettings } from "./addon-settings.ts";

/** Gives a version of an addon what was set in another for production, in the studio and in projects. */
export function carrySettings(store: Store, addonName: string, from: string, to: string): void {
  const variant = "production";
  const set = store.list("AddonSettings", { addonName, addonVersion: from, variant }) as readonly AddonSettings[];
  for (const { projectName, data } of set) {
    const target = newSettings({ addonName, addonVersion: to, variant, projectName }, data);
    const known = storedSettings(store, target);
    if (known === undefined) store.create("AddonSettings", target);
    else store.update("AddonSettings", known, { data });
  }
}
