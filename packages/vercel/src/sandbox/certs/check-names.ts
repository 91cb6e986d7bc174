import type { Store } from "@fairlead/sandbox";
import { type Account, notFound } from "../account.ts";
import { apexOf, readDomainName } from "../domains/domain-name.ts";
import { configuredBy, isServed } from "../domains/public-dns.ts";
import type { StoredDomain } from "../domains/stored-domain.ts";
import { vercelRefusal } from "../refusal.ts";

/**
 * Names of a new certificate as they are stored, each once.
 * @throws {Refusal} 400 `bad_request`, there is none; 400 `invalid_cn`, one is no domain; 400
 * `should_share_root_domain`, they are of several domains.
 */
export function readNames(given: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const text of given) {
    const name = readDomainName(text);
    if (name === undefined)
      throw vercelRefusal(400, "invalid_cn", `${text.slice(0, 80)} is not the name of a domain`, { cns: [text] });
    names.add(name);
  }
  const cns = [...names];
  if (cns.length === 0) throw vercelRefusal(400, "bad_request", "cns must name one domain or more");
  if (new Set(cns.map(apexOf)).size > 1)
    throw vercelRefusal(400, "should_share_root_domain", "Names of one certificate must share their domain", { cns });
  return cns;
}

/**
 * Lets no name through that the account has not the right to.
 * @throws {Refusal} 403 `forbidden`, another account has it; 400 `domain_not_verified`, the account has not shown that it
 * is its own; 404 `not_found`, nobody has it.
 */
export function needRight(store: Store, account: Pick<Account, "accountId">, name: string): void {
  const domain = store.get("Domain", apexOf(name)) as StoredDomain | undefined;
  const own = domain?.accountId === account.accountId;
  if ((own && domain.verified) || isVerifiedOf(store, account, name)) return;
  if (own) throw vercelRefusal(400, "domain_not_verified", `${domain.name} is not verified`, { domain: domain.name });
  if (domain === undefined) throw notFound(`There is no domain ${apexOf(name)} in this account`);
  throw vercelRefusal(403, "forbidden", `Another account has the domain ${domain.name}`, { domain: domain.name });
}

/**
 * Lets no name through that nobody could prove to lead here.
 * @throws {Refusal} 400 `wildcard_not_allowed`, it begins with `*.` and the name servers are somebody else's; 449
 * `configuration_error`, its DNS leads elsewhere.
 */
export function needDns(store: Store, name: string): void {
  const apexName = apexOf(name);
  const domain = store.get("Domain", apexName) as StoredDomain | undefined;
  if (isServed(domain)) return;
  const cns = [name];
  if (name.startsWith("*."))
    throw vercelRefusal(400, "wildcard_not_allowed", `${name} needs the name servers of the service`, { cns });
  if (configuredBy(store, name, apexName, false) === null)
    throw vercelRefusal(449, "configuration_error", `DNS of ${name} does not lead here`, { cns, external: true });
}

/** Whether a project of the account has shown that it may use the name. */
function isVerifiedOf(store: Store, { accountId }: Pick<Account, "accountId">, name: string): boolean {
  const all = store.list("ProjectDomain", { name, verified: true });
  return all.some(({ projectId }) => store.get("Project", String(projectId), { accountId }) !== undefined);
}
