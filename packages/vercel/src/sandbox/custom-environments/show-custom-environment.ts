import type { Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import { type StoredDeployment, stateOf } from "../deployments/deployment.ts";
import type { StoredProjectDomain } from "../domains/stored-domain.ts";
import type { CustomEnvironment } from "../entities.ts";

/** A custom environment as an answer has it: with its domains, and the hosts of its newest deployment that is ready. */
export function showCustomEnvironment(
  store: Store,
  environment: CustomEnvironment,
): components["schemas"]["CustomEnvironment"] {
  const { projectId, ...shown } = environment;
  const domains = store.list("ProjectDomain", { projectId, customEnvironmentId: shown.id });
  const ready = deploymentsOf(store, environment).filter((deployment) => stateOf(deployment) === "READY");
  return {
    ...shown,
    domains: (domains as readonly StoredProjectDomain[]).map(({ dns: _dns, ...domain }) => domain),
    currentDeploymentAliases: [...(ready.at(-1)?.alias ?? [])],
  };
}

/** The deployments that were made for a custom environment, oldest first. */
export function deploymentsOf(
  store: Store,
  { id, projectId }: Pick<CustomEnvironment, "id" | "projectId">,
): readonly StoredDeployment[] {
  return store.list("Deployment", { projectId, customEnvironment: { id } }) as readonly StoredDeployment[];
}
