import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandAdmin } from "../../caller.ts";
import type { Addon } from "../../entities.ts";

/** Takes a version away at once, as if the server had been started again; the last one takes its addon with it. */
export const deleteAddonVersion: Hook<operations["deleteAddonVersion"]> = async (call) => {
  await demandAdmin(call);
  const { addon_name, addon_version } = call.path;
  const addon = call.store.get("Addon", addon_name) as Addon | undefined;
  if (addon === undefined || !Object.hasOwn(addon.versions, addon_version))
    throw call.refuse(404, `There is no addon ${addon_name} ${addon_version}`);
  const { [addon_version]: _gone, ...versions } = addon.versions;
  if (Object.keys(versions).length === 0) call.store.remove("Addon", addon);
  else call.store.update("Addon", addon, { versions });
  return { status: 204 };
};
