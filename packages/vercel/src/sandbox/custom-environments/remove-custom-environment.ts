import type { Store } from "@fairlead/sandbox";
import { isOnItsWay } from "../deployments/deployment.ts";
import type { CustomEnvironment, EnvVar } from "../entities.ts";
import { vercelRefusal } from "../refusal.ts";
import { deploymentsOf } from "./show-custom-environment.ts";

/**
 * Removes a custom environment. Its variables lose it, and its deployments keep its id.
 * @param unassigned - What becomes of variables that have no environment then.
 * @throws {Refusal} 400 `custom_environments_in_use`: a domain shows it, or a deployment for it has not ended.
 */
export function removeCustomEnvironment(
  store: Store,
  environment: CustomEnvironment,
  unassigned: "delete" | "keep",
): void {
  const { id, projectId, slug } = environment;
  const inUse = (what: string): Error =>
    vercelRefusal(400, "custom_environments_in_use", `The environment ${slug} is in use: ${what}`);
  const [domain] = store.list("ProjectDomain", { projectId, customEnvironmentId: id });
  if (domain !== undefined) throw inUse(`the domain ${domain.name} shows it`);
  if (deploymentsOf(store, environment).some(isOnItsWay)) throw inUse("a deployment for it has not ended");
  for (const envVar of store.list("EnvVar", { projectId }) as readonly EnvVar[]) {
    if (!envVar.customEnvironmentIds?.includes(id)) continue;
    const customEnvironmentIds = envVar.customEnvironmentIds.filter((one) => one !== id);
    const isLeft = envVar.target.length > 0 || customEnvironmentIds.length > 0;
    if (isLeft || unassigned === "keep") store.update("EnvVar", envVar, { customEnvironmentIds });
    else store.remove("EnvVar", envVar);
  }
  store.remove("CustomEnvironment", environment);
}
