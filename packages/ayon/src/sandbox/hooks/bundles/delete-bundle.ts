import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { showRoles } from "../../bundles/take-roles.ts";
import { demandAdmin } from "../../caller.ts";

/** Takes a bundle away, that for production as well. There is nothing to complain about where there is none. */
export const deleteBundle: Hook<operations["deleteBundle"]> = async (call) => {
  await demandAdmin(call);
  const bundle = call.store.get("Bundle", call.path.bundle_name);
  if (bundle !== undefined) {
    call.store.remove("Bundle", bundle);
    showRoles(call.store);
  }
  return { status: 204 };
};
