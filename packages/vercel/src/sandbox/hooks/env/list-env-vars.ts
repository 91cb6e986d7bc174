import type { Call, Hook } from "@fairlead/sandbox";
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
  const envs = all
    .filter(filterOf(call, projectId, query))
    .map((one) => showEnvVar(call, one, query.decrypt === "true"));
  return call.reply({ envs, pagination: { count: envs.length, next: null, prev: null } });
};

/** A branch has the variables of all previews too. What is not there has no variables. */
function filterOf(
  { store }: Pick<Call, "store">,
  projectId: string,
  { gitBranch: branch, customEnvironmentId, customEnvironmentSlug }: Query,
): (envVar: EnvVar) => boolean {
  const [named] = customEnvironmentSlug
    ? store.list("CustomEnvironment", { projectId, slug: customEnvironmentSlug })
    : [];
  const isIn = ({ customEnvironmentIds = [] }: EnvVar, id: unknown): boolean =>
    customEnvironmentIds.some((one) => one === id);
  return (envVar) => {
    const { target, gitBranch = branch } = envVar;
    if (branch && !(target.includes("preview") && gitBranch === branch)) return false;
    if (customEnvironmentId && !isIn(envVar, customEnvironmentId)) return false;
    return !customEnvironmentSlug || isIn(envVar, named?.id);
  };
}
