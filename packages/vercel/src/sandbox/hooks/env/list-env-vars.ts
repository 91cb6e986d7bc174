import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";
import type { EnvVar } from "../../entities.ts";
import { showEnvVar } from "../../env/show-env-var.ts";

type Query = NonNullable<operations["listEnvVars"]["parameters"]["query"]>;

/** All variables of a project that the question is about, in the order in which they were made. */
export const listEnvVars: Hook<operations["listEnvVars"]> = (call) => {
  const { id: projectId } = projectInAccount(call, call.path.idOrName);
  const query = call.query ?? {};
  const all = call.store.list("EnvVar", { projectId }) as readonly EnvVar[];
  const envs = all.filter((one) => fits(one, query)).map((one) => showEnvVar(call, one, query.decrypt === "true"));
  return call.reply({ envs, pagination: { count: envs.length, next: null, prev: null } });
};

/** A branch has the variables of all previews too. Of further environments the sandbox knows the ids and no slugs. */
function fits(
  { target, gitBranch, customEnvironmentIds }: EnvVar,
  { gitBranch: branch, customEnvironmentId, customEnvironmentSlug }: Query,
): boolean {
  if (branch && !(target.includes("preview") && (gitBranch ?? branch) === branch)) return false;
  if (customEnvironmentId && !customEnvironmentIds?.includes(customEnvironmentId)) return false;
  return !customEnvironmentSlug;
}
