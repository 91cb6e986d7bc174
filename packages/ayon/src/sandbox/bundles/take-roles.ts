import type { Store } from "@fairlead/sandbox";
import type { Addon } from "../entities.ts";
import { type Bundle, bundleOfVariant } from "./bundle.ts";

/** Takes the roles that a bundle is about to get, and the user who will develop with it, away from all bundles. */
export function takeRoles(
  store: Store,
  { isProduction, isStaging, activeUser }: Partial<Pick<Bundle, "isProduction" | "isStaging" | "activeUser">>,
): void {
  for (const bundle of store.list("Bundle") as readonly Bundle[]) {
    const lost = {
      ...(isProduction && bundle.isProduction && { isProduction: false }),
      ...(isStaging && bundle.isStaging && { isStaging: false }),
      ...(activeUser && bundle.activeUser === activeUser && { activeUser: null }),
    };
    if (Object.keys(lost).length > 0) store.update("Bundle", bundle, lost);
  }
}

/** Tells every addon which of its versions are in the bundles for production and staging. */
export function showRoles(store: Store): void {
  const [production, staging] = (["production", "staging"] as const).map(
    (role) => bundleOfVariant(store, role)?.addons,
  );
  for (const addon of store.list("Addon") as readonly Addon[]) {
    const productionVersion = production?.[addon.name] ?? undefined;
    const stagingVersion = staging?.[addon.name] ?? undefined;
    if (addon.productionVersion !== productionVersion || addon.stagingVersion !== stagingVersion)
      store.update("Addon", addon, { productionVersion, stagingVersion });
  }
}
