import type { Call } from "@fairlead/sandbox";
import { type Account, type Asking, accountOf, inAccount, notFound } from "../account.ts";
import { addSystemRecords } from "../dns/system-records.ts";
import { newChallenge } from "./challenge.ts";
import { readDomainName } from "./domain-name.ts";
import { foreignNameservers, nameservers } from "./public-dns.ts";
import type { StoredDomain, StoredProjectDomain } from "./stored-domain.ts";

/** What it takes to change domains. */
type Work = Pick<Call, "store" | "random" | "clock">;

/**
 * A domain of the account that a request is about.
 * @throws {Refusal} 403 as `accountOf`; 404, the account has no such domain.
 */
export function domainInAccount(asking: Asking, name: string): StoredDomain {
  const domain = inAccount<StoredDomain>(asking, "Domain", readDomainName(name) ?? name, accountOf(asking));
  if (domain !== undefined) return domain;
  throw notFound(`There is no domain ${name} in this account`);
}

/** Stores a domain that was bought elsewhere, whose name servers are still those of elsewhere. */
export function addDomain(
  { store, random, clock }: Work,
  account: Account,
  name: string,
  zone: boolean | undefined,
): StoredDomain {
  const domain = store.create("Domain", {
    id: random.hex(`domain ${name} ${clock.now()}`, 20),
    name,
    serviceType: "external",
    nameservers: foreignNameservers,
    intendedNameservers: nameservers,
    suffix: false,
    verified: false,
    echMode: "disabled",
    boughtAt: null,
    expiresAt: null,
    ...(zone !== undefined && { zone }),
    ...ownership(account),
  }) as StoredDomain;
  addSystemRecords(store, name);
  return domain;
}

/** Gives a domain to another account. Projects of the old one that have names below it must verify them from now on. */
export function handOver(
  work: Work,
  domain: StoredDomain,
  to: Account,
  verified: boolean = domain.verified,
): StoredDomain {
  const { store, clock } = work;
  return store.attempt(() => {
    // An account lists its domains by the time that it got them.
    const changes = { ...ownership(to), verified, moveOut: undefined, createdAt: clock.now() };
    const moved = store.update("Domain", domain, changes) as StoredDomain;
    const names = store.list("ProjectDomain", {
      apexName: domain.name,
      verified: true,
    }) as readonly StoredProjectDomain[];
    for (const one of names)
      if (store.get("Project", one.projectId, { accountId: domain.accountId }) !== undefined) makePending(work, one);
    return moved;
  });
}

/** Takes away a project's right to a name until it meets a new challenge. */
export function makePending(work: Work, domain: StoredProjectDomain): void {
  const { projectId, name, apexName } = domain;
  const verification = [newChallenge(work, projectId, name, apexName)];
  work.store.update("ProjectDomain", domain, { verified: false, verification });
}

function ownership({
  user,
  team,
  accountId,
}: Account): Pick<StoredDomain, "accountId" | "creator" | "userId" | "teamId"> {
  const creator = { id: user.id, username: user.username, email: user.email };
  return { accountId, creator, userId: user.id, teamId: team?.id ?? null };
}
