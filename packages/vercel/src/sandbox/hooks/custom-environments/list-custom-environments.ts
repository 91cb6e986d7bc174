import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";
import { mostEnvironments } from "../../custom-environments/account-limit.ts";
import { fitsBranch } from "../../custom-environments/fits-branch.ts";
import { showCustomEnvironment } from "../../custom-environments/show-custom-environment.ts";
import type { CustomEnvironment } from "../../entities.ts";

/** The custom environments of a project, or those that a branch is deployed to, in the order of their creation. */
export const listCustomEnvironments: Hook<operations["listCustomEnvironments"]> = (call) => {
  const { store } = call;
  const { id: projectId } = projectInAccount(call, call.path.idOrName);
  const branch = call.query?.gitBranch;
  const all = store.list("CustomEnvironment", { projectId }) as readonly CustomEnvironment[];
  const environments = all
    .filter((environment) => !branch || fitsBranch(environment, branch))
    .map((environment) => showCustomEnvironment(store, environment));
  return call.reply({ accountLimit: { total: mostEnvironments }, environments });
};
