import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { withoutNulls } from "../../attrib.ts";
import { type Bundle, findBundle, readVersions } from "../../bundles/bundle.ts";
import { checkAddons } from "../../bundles/check-addons.ts";
import { readDevelopment } from "../../bundles/read-development.ts";
import { showRoles, takeRoles } from "../../bundles/take-roles.ts";
import { demandAdmin } from "../../caller.ts";
import type { Addon } from "../../entities.ts";
import { carrySettings } from "../../settings/carry-settings.ts";
import { writeEvent } from "../../write-event.ts";

type Update = operations["updateBundle"];

/** Merges addons and replaces the rest. Some members change only in a bundle for development, else they are dropped. */
export const updateBundle: Hook<Update> = async (call) => {
  const caller = await demandAdmin(call);
  const { store, body, query } = call;
  const bundle = findBundle(call, call.path.bundle_name);
  const { name } = bundle;
  if (body.isArchived && (bundle.isProduction || bundle.isStaging))
    throw call.refuse(400, "A bundle for production or staging can't be archived");
  if (bundle.isProject && (body.isProduction || body.isStaging || body.isDev))
    throw call.refuse(400, "A bundle of a project can't be for production, staging or development");
  const addons = mergeAddons(call, bundle);
  if (query?.force !== true) checkAddons(call, addons);
  const { isProduction, isStaging, isArchived, isDev } = body;
  const changes = {
    addons,
    ...withoutNulls({ dependencyPackages: body.dependencyPackages, isProduction, isStaging, isArchived, isDev }),
    ...(bundle.isDev ? ofDevelopment(body) : { activeUser: null }),
  };
  takeRoles(store, changes);
  const updated = store.update("Bundle", bundle, changes) as Bundle;
  showRoles(store);
  if (updated.isProduction) carryServerSettings(call, bundle, updated);
  const fields = Object.keys(withoutNulls(body));
  writeEvent(call, {
    topic: "bundle.updated",
    user: caller.name,
    description: `The bundle ${name} was changed`,
    summary: {
      name,
      changedFields: fields,
      isProduction: updated.isProduction,
      isStaging: updated.isStaging,
      isArchived: updated.isArchived,
      isDev: updated.isDev,
      isProject: updated.isProject,
    },
    payload: {
      addons,
      installer_version: updated.installerVersion,
      dependency_packages: updated.dependencyPackages,
      is_project: updated.isProject,
    },
  });
  return { status: 204 };
};

/** What only a bundle for development takes. */
function ofDevelopment({
  activeUser,
  addonDevelopment,
  installerVersion,
}: Update["requestBody"]["content"]["application/json"]) {
  return {
    ...(activeUser !== undefined && { activeUser }),
    ...(addonDevelopment && { addonDevelopment: readDevelopment(addonDevelopment) }),
    ...(installerVersion && { installerVersion }),
  };
}

/** The addons after the change: null takes one out, and one that the server does not know is left out. */
function mergeAddons({ store, body, refuse }: Call<Update>, bundle: Bundle): Bundle["addons"] {
  const addons = { ...bundle.addons };
  for (const [name, version] of Object.entries(readVersions(body.addons ?? {}))) {
    if (version !== null && !/^(__inherit__|__disable__|\d+\.\d+\.\d+([-+].*)?)$/.test(version))
      throw refuse(400, `${version} is no version of the addon ${name}`);
    if (store.get("Addon", name) === undefined) continue;
    if (version === null) delete addons[name];
    else addons[name] = version;
  }
  return addons;
}

/** Gives another version of an addon of the server what was set in the one before. */
function carryServerSettings({ store }: Call<Update>, before: Bundle, after: Bundle): void {
  for (const [name, version] of Object.entries(after.addons)) {
    const old = before.addons[name];
    const addon = store.get("Addon", name) as Addon | undefined;
    if (addon?.addonType !== "server" || !old || !version || old === version) continue;
    carrySettings(store, name, old, version);
  }
}
