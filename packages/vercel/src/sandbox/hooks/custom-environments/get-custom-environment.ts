import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { environmentInProject } from "../../custom-environments/find-custom-environment.ts";
import { showCustomEnvironment } from "../../custom-environments/show-custom-environment.ts";

/** A custom environment by its id or its slug, with what shows it now. */
export const getCustomEnvironment: Hook<operations["getCustomEnvironment"]> = (call) => {
  const { idOrName, environmentSlugOrId } = call.path;
  const { environment } = environmentInProject(call, idOrName, environmentSlugOrId);
  return call.reply(showCustomEnvironment(call.store, environment));
};
