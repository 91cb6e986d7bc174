import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { environmentInProject } from "../../custom-environments/find-custom-environment.ts";
import { removeCustomEnvironment } from "../../custom-environments/remove-custom-environment.ts";
import { showCustomEnvironment } from "../../custom-environments/show-custom-environment.ts";

/** Removes a custom environment that nothing uses, and answers as it was. */
export const deleteCustomEnvironment: Hook<operations["deleteCustomEnvironment"]> = (call) => {
  const { store, path, body } = call;
  const { environment } = environmentInProject(call, path.idOrName, path.environmentSlugOrId);
  const shown = showCustomEnvironment(store, environment);
  const unassigned = body?.deleteUnassignedEnvironmentVariables === true ? "delete" : "keep";
  store.attempt(() => removeCustomEnvironment(store, environment, unassigned));
  return call.reply(shown);
};
