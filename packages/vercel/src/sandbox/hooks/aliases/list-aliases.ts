import type { Hook, Store } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { type Account, accountOf, inAccount, notFound } from "../../account.ts";
import { showAlias } from "../../aliases/show-alias.ts";
import type { StoredAlias } from "../../aliases/stored-alias.ts";
import type { StoredDeployment } from "../../deployments/deployment.ts";
import { hostsToMove } from "../../deployments/move-production.ts";
import type { Project } from "../../entities.ts";
import { pageByTime } from "../../page-by-time.ts";

/** Lists the aliases of the account, newest first. */
export const listAliases: Hook<operations["listAliases"]> = (call) => {
  const { store, query = {} } = call;
  const account = accountOf(call);
  const { domain = [], projectId, rollbackDeploymentId, since, until, from, limit } = query;
  if (projectId && inAccount(call, "Project", projectId, account) === undefined)
    throw notFound(`There is no project ${projectId} in this account`);
  const moved = rollbackDeploymentId ? hostsOfRollback(store, account, rollbackDeploymentId) : undefined;

  const own = store.list("Alias", { accountId: account.accountId }) as unknown as readonly StoredAlias[];
  const wanted = own.filter(
    ({ alias, projectId: of }) =>
      (!projectId || of === projectId) &&
      (domain.length === 0 || domain.some((name) => isBelow(alias, name.toLowerCase()))) &&
      (moved === undefined || moved.includes(alias)),
  );
  const { items, pagination } = pageByTime(
    wanted,
    { limit, until, since: since ?? from },
    ({ createdAt }) => createdAt,
  );
  return call.reply({ aliases: items.map((alias) => showAlias(store, alias)), pagination });
};

function isBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** The hosts that a rollback to a deployment would move. */
function hostsOfRollback(store: Store, { accountId }: Account, id: string): readonly string[] {
  const deployment = store.get("Deployment", id, { accountId }) as StoredDeployment | undefined;
  if (deployment === undefined) throw notFound(`There is no deployment ${id} in this account`);
  const project = store.get("Project", deployment.projectId) as Project;
  return hostsToMove(store, project, deployment);
}
