import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount, userOf } from "../../account.ts";
import { mostEnvironments } from "../../custom-environments/account-limit.ts";
import { checkSlug } from "../../custom-environments/check-slug.ts";
import { copyVariables } from "../../custom-environments/copy-variables.ts";
import { showCustomEnvironment } from "../../custom-environments/show-custom-environment.ts";
import type { CustomEnvironment } from "../../entities.ts";
import { vercelRefusal } from "../../refusal.ts";

/** A custom environment of a project, with the variables of another one if the request wants them. */
export const createCustomEnvironment: Hook<operations["createCustomEnvironment"]> = (call) => {
  const { store } = call;
  const project = projectInAccount(call, call.path.idOrName);
  const { slug, description, branchMatcher, copyEnvVarsFrom } = call.body;
  checkSlug(store, project, slug);
  if (store.list("CustomEnvironment", { projectId: project.id }).length >= mostEnvironments)
    throw vercelRefusal(402, "upgrade_required", `A project has ${mostEnvironments} custom environments at most`);
  const environment = store.attempt(() => {
    const given = { slug, ...(description !== undefined && { description }), ...(branchMatcher && { branchMatcher }) };
    const made = store.create("CustomEnvironment", { ...given, projectId: project.id }) as CustomEnvironment;
    if (copyEnvVarsFrom) copyVariables(store, made, copyEnvVarsFrom, userOf(call));
    return made;
  });
  return call.reply(showCustomEnvironment(store, environment));
};
