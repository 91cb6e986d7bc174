import { type Account, type Asking, accountOf, notFound } from "../account.ts";
import type { StoredDeployment } from "./deployment.ts";

/** A deployment with the account that it was asked for in. */
export interface Found {
  readonly deployment: StoredDeployment;
  readonly account: Account;
}

/**
 * The deployment that a request names.
 * @param idOrHost - Its id, its own host, or a host that leads to it, with or without scheme.
 * @throws {Refusal} 403, as `accountOf`; 404, the account has no such deployment. The name of a project is none.
 */
export function findDeployment(asking: Asking, idOrHost: string): Found {
  const account = accountOf(asking);
  const { accountId } = account;
  const { store } = asking;
  const byId = store.get("Deployment", idOrHost, { accountId }) as StoredDeployment | undefined;
  const deployment = byId ?? byHost(store.list("Deployment", { accountId }) as readonly StoredDeployment[], idOrHost);
  if (deployment !== undefined) return { deployment, account };
  throw notFound(`There is no deployment ${idOrHost} in this account`);
}

function byHost(deployments: readonly StoredDeployment[], address: string): StoredDeployment | undefined {
  const host = address
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "")
    .toLowerCase();
  return deployments.find(({ url, alias }) => url === host || alias.includes(host));
}
