import type { components } from "../../generated/schema.ts";
import type { Bundle } from "./bundle.ts";

/** Addons under development with all their members. */
export function readDevelopment(
  given: Readonly<Record<string, components["schemas"]["AddonDevelopment"]>> = {},
): Bundle["addonDevelopment"] {
  return Object.fromEntries(
    Object.entries(given).map(([addon, { enabled = true, path = "" }]) => [addon, { enabled, path }]),
  );
}
