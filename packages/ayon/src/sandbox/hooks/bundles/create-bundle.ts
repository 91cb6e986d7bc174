import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { sortVersions } from "../../addon/sort-versions.ts";
import { type Bundle, readVersions } from "../../bundles/bundle.ts";
import { checkAddons } from "../../bundles/check-addons.ts";
import { readDevelopment } from "../../bundles/read-development.ts";
import { showRoles, takeRoles } from "../../bundles/take-roles.ts";
import { demandAdmin } from "../../caller.ts";
import { duplicateAnswer } from "../../duplicate-answer.ts";
import type { Addon } from "../../entities.ts";
import { writeEvent } from "../../write-event.ts";

type Creation = operations["createBundle"];

/** Makes a bundle, with the addons of the system. It takes roles away from the bundles that had them. */
export const createBundle: Hook<Creation> = async (call) => {
  const caller = await demandAdmin(call);
  const { store, body, query } = call;
  const { name, createdAt = call.timestamp(), isProduction = false, isStaging = false, isDev = false } = body;
  const { isProject = false, activeUser = null, installerVersion = null, dependencyPackages = {} } = body;
  const given = readVersions(body.addons);
  if (query?.force !== true) checkAddons(call, given);
  const complete = { ...systemAddons(call), ...given };
  const addons = isProject ? addonsOfProject(call, complete) : complete;
  const taken = store.list("Bundle", (one) => String(one.name).toLowerCase() === name.toLowerCase());
  if (taken.length > 0) return duplicateAnswer(call, `There is a bundle ${name}`);
  const flags = { isProduction, isStaging, isDev };
  takeRoles(store, { ...flags, activeUser });
  const made = store.create("Bundle", {
    name,
    createdAt,
    addons,
    installerVersion,
    dependencyPackages,
    addonDevelopment: readDevelopment(body.addonDevelopment),
    ...flags,
    isArchived: false,
    isProject,
    activeUser,
  }) as Bundle;
  // The store stamps what it makes with the time of its clock; a bundle that is copied from elsewhere keeps its own.
  if (made.createdAt !== createdAt) store.update("Bundle", made, { createdAt });
  showRoles(store);
  writeEvent(call, {
    topic: "bundle.created",
    user: caller.name,
    description: `The bundle ${name} was made`,
    summary: { name, ...flags },
    payload: { addons, installer_version: installerVersion, dependency_packages: dependencyPackages },
  });
  return { status: 201 };
};

/** The newest version of each addon of the system. */
function systemAddons({ store }: Pick<Call<Creation>, "store">): Bundle["addons"] {
  const system = store.list("Addon", { system: true }) as readonly Addon[];
  return Object.fromEntries(
    system.map(({ name, versions }) => [name, Object.keys(sortVersions(versions)).at(-1) ?? null]),
  );
}

/**
 * The addons that a project may have in a version of its own.
 * @throws {Refusal} 400, the bundle is for more than a project, or an addon is not installed.
 */
function addonsOfProject({ store, body, refuse }: Call<Creation>, addons: Bundle["addons"]): Bundle["addons"] {
  if (body.isProduction || body.isStaging)
    throw refuse(400, "A bundle of a project can't be for production or staging");
  if (body.isDev) throw refuse(400, "A bundle of a project can't be for development");
  const own = Object.entries(addons).filter(([name]) => {
    const addon = store.get("Addon", name) as Addon | undefined;
    if (addon === undefined) throw refuse(400, `The addon ${name} is not installed`);
    return addon.projectCanOverrideAddonVersion;
  });
  return Object.fromEntries(own);
}
