import type { Store } from "@fairlead/sandbox";
import type { StoredDeployment } from "../deployments/deployment.ts";
import { aliasAt, type StoredAlias } from "./stored-alias.ts";

/** Who makes an alias. */
type Creator = StoredAlias["creator"];

/**
 * Makes hosts lead to a deployment and takes them from those that they led to. What the deployment itself says of its
 * hosts is the caller's to write.
 * @param at - When, in milliseconds since 1970-01-01 UTC.
 * @param redirect - Host that they redirect to instead. @default null, they serve the deployment
 * @returns The aliases, in the order of the hosts.
 */
export function pointHosts(
  store: Store,
  { id: deploymentId, projectId, accountId, creator }: StoredDeployment,
  hosts: readonly string[],
  at: number,
  { redirect = null, by = creator }: { readonly redirect?: string | null; readonly by?: Creator } = {},
): readonly StoredAlias[] {
  takeHosts(store, hosts, deploymentId);
  const leads = {
    deploymentId,
    projectId,
    accountId,
    redirect,
    redirectStatusCode: redirect === null ? undefined : 307,
  };
  return hosts.map((alias) => {
    const known = aliasAt(store, alias);
    if (known !== undefined) return store.update("Alias", { ...known }, leads, at) as unknown as StoredAlias;
    const { uid, username, email } = by;
    return store.create("Alias", { ...leads, alias, creator: { uid, username, email } }) as unknown as StoredAlias;
  });
}

/**
 * Takes hosts from the deployments that say they have them.
 * @param except - Id of a deployment that keeps them. @default none does
 */
export function takeHosts(store: Store, hosts: readonly string[], except?: string): void {
  for (const one of store.list("Deployment") as readonly StoredDeployment[]) {
    if (one.id === except || !one.alias.some((host) => hosts.includes(host))) continue;
    const left = (list: readonly string[] = []): readonly string[] => list.filter((host) => !hosts.includes(host));
    store.update("Deployment", one, {
      alias: left(one.alias),
      automaticAliases: left(one.automaticAliases),
      userAliases: left(one.userAliases),
    });
  }
}
