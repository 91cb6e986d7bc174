import type { Call, Store } from "@fairlead/sandbox";
import { pointHosts, takeHosts } from "../aliases/point-hosts.ts";
import { aliasAt } from "../aliases/stored-alias.ts";
import { currentProduction } from "../deployments/current-production.ts";
import { type StoredDeployment, stateOf } from "../deployments/deployment.ts";
import { chosenHosts } from "../deployments/hosts.ts";
import type { StoredProjectDomain } from "../domains/stored-domain.ts";

/**
 * Makes a domain lead where its settings say, whoever had its host before: to what production shows, or to the newest
 * deployment of its branch or custom environment. A redirect, a domain that is not verified and one that nothing was
 * deployed for lead nowhere.
 * @param from - Id of the project that had it until now. @default the project that has it
 */
export function leadDomain(
  { store, clock }: Pick<Call, "store" | "clock">,
  domain: StoredProjectDomain,
  from: string = domain.projectId,
): void {
  const { name } = domain;
  const to = deploymentFor(store, domain);
  if (to === undefined) {
    leadNowhere(store, domain, from);
    return;
  }
  const before = aliasAt(store, name);
  // A host that the service chose for the same deployment stays one of those.
  if (before?.deploymentId === to.id && before.redirect === null) return;
  pointHosts(store, to, [name], clock.now());
  const without = (list: readonly string[] = []): readonly string[] => list.filter((host) => host !== name);
  store.update("Deployment", to, {
    alias: [...without(to.alias), name],
    automaticAliases: without(to.automaticAliases),
    userAliases: [...without(to.userAliases), name],
  });
}

/**
 * Makes the host of a domain lead nowhere. While the domain is not verified, only its own project loses the host: that of
 * somebody else stays where it is.
 * @param from - Id of the project that loses it. @default the project that has the domain
 */
export function leadNowhere(store: Store, domain: StoredProjectDomain, from: string = domain.projectId): void {
  const { name, verified } = domain;
  const alias = aliasAt(store, name);
  if (alias === undefined || (!verified && alias.projectId !== from)) return;
  takeHosts(store, [name]);
  store.remove("Alias", { ...alias });
}

/** The deployment that a domain shows; undefined where it shows none. */
function deploymentFor(store: Store, domain: StoredProjectDomain): StoredDeployment | undefined {
  const { projectId, name, verified, redirect, gitBranch, customEnvironmentId } = domain;
  if (!verified || redirect) return undefined;
  if (!gitBranch && !customEnvironmentId) return currentProduction(store, projectId);
  const deployments = store.list("Deployment", { projectId }) as readonly StoredDeployment[];
  return deployments
    .filter((one) => stateOf(one) === "READY" && chosenHosts(store, one).includes(name))
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .at(-1);
}
