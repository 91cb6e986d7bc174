import type { Call, OperationShape, Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";

/** A set of versions that work together. */
export type Bundle = components["schemas"]["Bundle"];

/** A bundle by its name. @throws {Refusal} 404, there is none. */
export function findBundle({ store, refuse }: Pick<Call<OperationShape>, "store" | "refuse">, name: string): Bundle {
  const bundle = store.get("Bundle", name) as Bundle | undefined;
  if (bundle === undefined) throw refuse(404, `No bundle is called ${name}`);
  return bundle;
}

/** The bundle that a variant works with: that in the role, or the one for development that it names. */
export function bundleOfVariant(store: Pick<Store, "get" | "list">, variant: string): Bundle | undefined {
  const [inRole] =
    variant === "production"
      ? store.list("Bundle", { isProduction: true })
      : variant === "staging"
        ? store.list("Bundle", { isStaging: true })
        : [store.get("Bundle", variant)];
  return inRole as Bundle | undefined;
}

/** Versions by addon in their stored form: `none`, in any case, is no version. */
export function readVersions(addons: Bundle["addons"] = {}): Bundle["addons"] {
  return Object.fromEntries(
    Object.entries(addons).map(([name, version]) => [name, version?.toLowerCase() === "none" ? null : version]),
  );
}
