import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { callerOf, isAdmin } from "../../caller.ts";
import type { Addon, AddonVersion } from "../../entities.ts";

/** The addons by name; those of the system for administrators only, and all that is known of a version only on demand. */
export const listAddons: Hook<operations["listAddons"]> = async (call) => {
  const caller = await callerOf(call);
  const addons = (call.store.list("Addon") as readonly Addon[])
    .filter(({ system }) => !system || isAdmin(caller))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return call.reply({ addons: call.query?.details ? addons : addons.map(withoutDetails) });
};

function withoutDetails(addon: Addon): Addon {
  const short = ({
    clientPyproject: _project,
    clientSourceInfo: _source,
    services: _services,
    ...rest
  }: AddonVersion) => rest;
  const versions = Object.entries(addon.versions).map(([number, version]) => [number, short(version)] as const);
  return { ...addon, versions: Object.fromEntries(versions) };
}
