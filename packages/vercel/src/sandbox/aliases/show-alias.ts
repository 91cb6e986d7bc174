import type { Store } from "@fairlead/sandbox";
import type { StoredDeployment } from "../deployments/deployment.ts";
import type { StoredAlias } from "./stored-alias.ts";

/** An alias as answers show it, with the deployment that it leads to. */
export function showAlias(store: Store, alias: StoredAlias): Readonly<Record<string, unknown>> {
  const deployment = store.get("Deployment", alias.deploymentId) as StoredDeployment | undefined;
  return {
    ...alias,
    created: createdOf(alias),
    ...(deployment && { deployment: { id: deployment.id, ...(deployment.url && { url: deployment.url }) } }),
  };
}

/** When an alias was made, in ISO 8601. */
export function createdOf({ createdAt }: Pick<StoredAlias, "createdAt">): string {
  return new Date(createdAt).toISOString();
}
