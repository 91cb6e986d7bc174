import type { Store } from "@fairlead/sandbox";
import { pointHosts } from "../aliases/point-hosts.ts";
import type { Project, Team, User } from "../entities.ts";
import type { StoredDeployment } from "./deployment.ts";
import { automaticHosts, chosenHosts, freeHosts } from "./hosts.ts";

/**
 * Makes a finished deployment the one that its hosts lead to. Where a project does not assign its domains by itself, a
 * production deployment waits for somebody to promote it and gets none, as after a rollback.
 * @param at - When it was finished, in milliseconds since 1970-01-01 UTC.
 * @returns The members that change.
 */
export function serve(store: Store, deployment: StoredDeployment, at: number): Readonly<Record<string, unknown>> {
  const project = store.get("Project", deployment.projectId) as Project | undefined;
  const production = deployment.target === "production";
  const staged = production && project?.autoAssignCustomDomains === false;
  const automaticAliases = staged
    ? []
    : freeHosts(store, deployment, automaticHosts(deployment, slugOf(store, deployment.accountId)));
  const userAliases = staged
    ? []
    : freeHosts(store, deployment, chosenHosts(store, deployment), { fromProjects: true }).filter(
        (host) => !automaticAliases.includes(host),
      );
  const alias = [...automaticAliases, ...userAliases];
  pointHosts(store, deployment, alias, at);
  // Somebody has turned assignment on again after a rollback: what production shows is no rollback any more.
  if (production && !staged && project?.lastRollbackTarget)
    store.update("Project", project, { lastRollbackTarget: null, rollbackDescription: undefined });
  return {
    alias,
    automaticAliases,
    userAliases,
    aliasAssigned: at,
    ...(production && { readySubstate: staged ? "STAGED" : "PROMOTED" }),
  };
}

/** The name of an account in addresses. */
export function slugOf(store: Store, accountId: string): string {
  const team = store.get("Team", accountId) as Team | undefined;
  return team?.slug ?? (store.get("User", accountId) as User | undefined)?.username ?? accountId;
}
