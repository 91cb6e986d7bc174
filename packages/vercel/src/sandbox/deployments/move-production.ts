import type { Call, Store } from "@fairlead/sandbox";
import { pointHosts } from "../aliases/point-hosts.ts";
import { aliasAt } from "../aliases/stored-alias.ts";
import type { Project } from "../entities.ts";
import { currentProduction, nextPromotion } from "./current-production.ts";
import type { StoredDeployment } from "./deployment.ts";
import { automaticHosts, chosenHosts, freeHosts } from "./hosts.ts";
import { slugOf } from "./serve.ts";

/** What became of one host of a promotion or rollback. */
export interface MovedHost {
  /** Id of the alias. */
  readonly id: string;
  readonly alias: string;
  readonly status: "completed" | "failed";
}

/** What is written down of a project besides its domains: of the last promotion or rollback, and of assignment. */
export interface StoredPromotion {
  /** The hosts of the last one; no answer shows it. */
  readonly movedHosts?: readonly MovedHost[];
  /** Whether the project assigned its domains by itself before it was rolled back; no answer shows it. */
  readonly assignedBefore?: boolean;
}

/**
 * Makes a deployment what production shows: all hosts of production lead to it afterwards, and the project tells so.
 * A host that the project has lost the right to stays where it is, and makes the request a failed one.
 * @param changes - Further members of the project that change.
 */
export function moveProduction(
  { store, clock }: Pick<Call, "store" | "clock">,
  project: Project,
  to: StoredDeployment,
  type: "promote" | "rollback",
  changes: Readonly<Record<string, unknown>>,
): void {
  const from = currentProduction(store, project.id);
  const lost = lostHosts(store, from);
  const automatic = freeHosts(store, to, automaticHostsOf(store, project, from), { fromNewer: true });
  const chosen = productionDomains(store, project).filter((host) => !automatic.includes(host));
  const at = clock.now();
  store.attempt(() => {
    const moved = pointHosts(store, to, [...automatic, ...chosen], at);
    const others = (list: readonly string[] = []): readonly string[] =>
      list.filter((host) => !automatic.includes(host) && !chosen.includes(host));
    store.update("Deployment", to, {
      alias: [...automatic, ...chosen, ...others(to.alias)],
      automaticAliases: [...automatic, ...others(to.automaticAliases)],
      userAliases: [...chosen, ...others(to.userAliases)],
      aliasAssigned: at,
      readySubstate: "PROMOTED",
      promoted: nextPromotion(store, project.id),
    });
    const movedHosts: readonly MovedHost[] = [
      ...moved.map(({ uid: id, alias }) => ({ id, alias, status: "completed" as const })),
      ...lost,
    ];
    store.update("Project", project, {
      ...changes,
      movedHosts,
      lastAliasRequest: {
        fromDeploymentId: from?.id ?? null,
        toDeploymentId: to.id,
        jobStatus: lost.length > 0 ? "failed" : "succeeded",
        requestedAt: at,
        type,
      },
    });
  });
}

/** The hosts that {@link moveProduction} would move to a deployment; none where it has them already. */
export function hostsToMove(store: Store, project: Project, to: StoredDeployment): readonly string[] {
  const from = currentProduction(store, project.id);
  if (from?.id === to.id) return [];
  const automatic = freeHosts(store, to, automaticHostsOf(store, project, from), { fromNewer: true });
  return [...new Set([...automatic, ...productionDomains(store, project)])].filter(
    (host) => aliasAt(store, host) !== undefined,
  );
}

/** The hosts that the service chooses for production, also under the name that the project had before. */
function automaticHostsOf(
  store: Store,
  { name, accountId }: Project,
  from: StoredDeployment | undefined,
): readonly string[] {
  const slug = slugOf(store, accountId);
  const names = [...new Set([name, from?.name ?? name])];
  return names.flatMap((one) => automaticHosts({ name: one, target: "production" }, slug));
}

function productionDomains(store: Store, { id: projectId }: Project): readonly string[] {
  return chosenHosts(store, { projectId, target: "production" });
}

/** The domains that lead to production although another account has the right to them now. */
function lostHosts(store: Store, from: StoredDeployment | undefined): readonly MovedHost[] {
  if (from === undefined) return [];
  const { projectId } = from;
  return from.alias.flatMap((alias) => {
    const domain = store.get("ProjectDomain", alias, { projectId, verified: false });
    const known = domain && aliasAt(store, alias);
    return known ? [{ id: known.uid, alias, status: "failed" as const }] : [];
  });
}
