import type { Call, OperationShape } from "@fairlead/sandbox";
import { type Bundle, bundleOfVariant } from "../bundles/bundle.ts";
import type { Addon, Project } from "../entities.ts";

/** Which addons a request for settings is about. */
export interface AddonChoice {
  readonly bundleName: string;
  /** Versions by name. */
  readonly addons: Readonly<Record<string, string>>;
  /** Whether a bundle of a project counts besides that of the studio. */
  readonly isProjectBundle: boolean;
  /** Addons that a project takes from the studio's bundle; empty without a bundle of its own. */
  readonly inheritedAddons: readonly string[];
  /** The project that was asked for, or whose bundle was. */
  readonly projectName: string | null;
}

/** How a request names them. */
export interface AddonQuery {
  readonly bundle_name?: string;
  readonly project_name?: string;
  readonly project_bundle_name?: string;
  readonly variant?: string;
}

type Asking = Pick<Call<OperationShape>, "store" | "refuse">;

/**
 * The addons of a bundle: of that which the variant works with, or of the one that was named; over them those of the
 * project's own bundle.
 * @throws {Refusal} 404, there is no such bundle or project.
 */
export function chooseAddons(asking: Asking, query: AddonQuery): AddonChoice {
  const { store, refuse } = asking;
  const { variant = "production", project_name: projectName = null } = query;
  const inRole = variant === "production" || variant === "staging";
  const { bundle_name: named } = query;
  const bundle =
    named === undefined || !inRole
      ? bundleOfVariant(store, variant)
      : (store.get("Bundle", named) as Bundle | undefined);
  if (bundle === undefined) throw refuse(404, `There is no bundle ${named ?? `for ${variant}`}`);
  const project = projectName === null ? undefined : (store.get("Project", projectName) as Project | undefined);
  if (projectName !== null && project === undefined) throw refuse(404, `No project is called ${projectName}`);
  const own = query.project_bundle_name ?? (project && inRole ? bundleOfProject(project, variant) : undefined);
  const addons = withVersion(bundle.addons);
  if (own === undefined)
    return { bundleName: bundle.name, addons, isProjectBundle: false, inheritedAddons: [], projectName };
  return { ...overProjectBundle(asking, addons, own, variant), isProjectBundle: true };
}

/** @throws {Refusal} 404, no project works with a bundle of this name. */
function overProjectBundle(
  { store, refuse }: Asking,
  studio: Readonly<Record<string, string>>,
  bundleName: string,
  variant: string,
): Omit<AddonChoice, "isProjectBundle"> {
  const bundle = store.get("Bundle", bundleName) as Bundle | undefined;
  const users = store.list("Project") as readonly Project[];
  const project = users.find((one) => bundleOfProject(one, variant) === bundleName);
  if (!bundle?.isProject || project === undefined) throw refuse(404, `No project works with a bundle ${bundleName}`);
  const addons = { ...studio };
  const inherited = new Set(Object.keys(studio));
  for (const [name, version] of Object.entries(bundle.addons)) {
    if (version === "__inherit__") continue;
    const addon = store.get("Addon", name) as Addon | undefined;
    const mayReplace = addon?.projectCanOverrideAddonVersion && version !== null && version in addon.versions;
    if (version === null) delete addons[name];
    else if (mayReplace) addons[name] = version;
    if (version === null || mayReplace) inherited.delete(name);
  }
  return { bundleName, addons, inheritedAddons: [...inherited], projectName: project.name };
}

/** The bundle that a project has for a variant, as its data say. */
function bundleOfProject({ data }: Project, variant: string): string | undefined {
  const bundles: unknown = data.bundle;
  if (typeof bundles !== "object" || bundles === null) return undefined;
  const name: unknown = Object.entries(bundles).find(([role]) => role === variant)?.[1];
  return typeof name === "string" ? name : undefined;
}

function withVersion(addons: Bundle["addons"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(addons).flatMap(([name, version]) => (version === null ? [] : [[name, version]])),
  );
}
