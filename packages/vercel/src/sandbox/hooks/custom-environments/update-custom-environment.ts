import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { checkSlug } from "../../custom-environments/check-slug.ts";
import { environmentInProject } from "../../custom-environments/find-custom-environment.ts";
import { showCustomEnvironment } from "../../custom-environments/show-custom-environment.ts";
import type { CustomEnvironment } from "../../entities.ts";

/** Changes what is given; null ends the rule for branches. */
export const updateCustomEnvironment: Hook<operations["updateCustomEnvironment"]> = (call) => {
  const { store, path } = call;
  const { project, environment } = environmentInProject(call, path.idOrName, path.environmentSlugOrId);
  const { slug, description, branchMatcher } = call.body;
  if (slug !== undefined) checkSlug(store, project, slug, environment.id);
  const updated = store.update("CustomEnvironment", environment, {
    ...(slug !== undefined && { slug }),
    ...(description !== undefined && { description }),
    ...(branchMatcher !== undefined && { branchMatcher: branchMatcher ?? undefined }),
  });
  return call.reply(showCustomEnvironment(store, updated as CustomEnvironment));
};
