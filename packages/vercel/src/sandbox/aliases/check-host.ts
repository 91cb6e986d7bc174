import type { Store } from "@fairlead/sandbox";
import type { StoredDeployment } from "../deployments/deployment.ts";
import { apexOf, isHosted, readDomainName } from "../domains/domain-name.ts";
import type { StoredDomain, StoredProjectDomain } from "../domains/stored-domain.ts";
import { vercelRefusal } from "../refusal.ts";
import { aliasAt } from "./stored-alias.ts";

/**
 * A host as it is stored.
 * @throws {Refusal} 400 `invalid_alias`, it is none, or it is all of a domain that the service gives names below.
 */
export function readHost(text: string): string {
  const host = readDomainName(text);
  const isTaken = host !== undefined && isHosted(host) && (apexOf(host) === host || host.startsWith("*."));
  if (host !== undefined && !isTaken) return host;
  throw vercelRefusal(400, "invalid_alias", `${text.slice(0, 80)} can't be an alias`);
}

/**
 * Checks that a deployment may take a host.
 * @throws {Refusal} 409 `alias_in_use`, another account, another project's domain or a deployment's own address is
 *   there; 404 `domain_not_found`, 403 `not_domain_owner` or 400 `domain_not_verified`, the account has not the domain.
 */
export function checkHost(
  store: Store,
  { accountId, projectId }: Pick<StoredDeployment, "accountId" | "projectId">,
  host: string,
): void {
  const domain = store.list("ProjectDomain", { name: host, verified: true })[0] as StoredProjectDomain | undefined;
  const other = aliasAt(store, host);
  if (
    (other !== undefined && other.accountId !== accountId) ||
    (domain !== undefined && domain.projectId !== projectId) ||
    store.list("Deployment", { url: host }).length > 0
  )
    throw vercelRefusal(409, "alias_in_use", `Something else uses the host ${host}`);
  if (isHosted(host)) return;
  const name = apexOf(host);
  const apex = store.get("Domain", name) as StoredDomain | undefined;
  if (apex === undefined) throw vercelRefusal(404, "domain_not_found", `No account has the domain ${name}`, { name });
  if (apex.accountId !== accountId)
    throw vercelRefusal(403, "not_domain_owner", `Another account has the domain ${name}`, { name });
  if (!apex.verified) throw vercelRefusal(400, "domain_not_verified", `The domain ${name} is not verified`, { name });
}
