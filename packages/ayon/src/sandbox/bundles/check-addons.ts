import type { Call, OperationShape } from "@fairlead/sandbox";
import type { Addon } from "../entities.ts";
import type { Bundle } from "./bundle.ts";

/**
 * Lets addons pass that are installed in these versions. Nothing here says what an addon needs of others, of the server
 * and of the launcher, so that is not looked at.
 * @throws {Refusal} 400, one is not installed.
 */
export function checkAddons(
  { store, refuse }: Pick<Call<OperationShape>, "store" | "refuse">,
  addons: Bundle["addons"],
): void {
  for (const [name, version] of Object.entries(addons)) {
    if (version === null) continue;
    const addon = store.get("Addon", name) as Addon | undefined;
    if (addon === undefined || !Object.hasOwn(addon.versions, version))
      throw refuse(400, `The addon ${name} ${version} is not installed`);
  }
}
