import type { Call, Store } from "@fairlead/sandbox";
import { type Account, accountOf, notFound, projectInAccount } from "../account.ts";
import { readDomainName } from "../domains/domain-name.ts";
import type { StoredProjectDomain } from "../domains/stored-domain.ts";
import type { Project } from "../entities.ts";

/** What a call about one domain of a project names. */
type Asking = Pick<Call, "store" | "actor"> & {
  readonly path: { readonly idOrName: string; readonly domain: string };
  readonly query?: { readonly teamId?: string | undefined; readonly slug?: string | undefined } | undefined;
};

/** A domain, the project that has it, and the account of both. */
export interface Found {
  readonly account: Account;
  readonly project: Project;
  readonly domain: StoredProjectDomain;
}

/**
 * What a call about one domain of a project names.
 * @throws {Refusal} 403 as `accountOf`; 404, the account has no such project or that has no such domain.
 */
export function findProjectDomain({ path, ...asking }: Asking): Found {
  const { store } = asking;
  const account = accountOf(asking);
  const project = projectInAccount(asking, path.idOrName);
  const name = readDomainName(path.domain) ?? path.domain;
  const domain = store.get("ProjectDomain", name, { projectId: project.id }) as StoredProjectDomain | undefined;
  if (domain !== undefined) return { account, project, domain };
  throw notFound(`The project ${project.name} has no domain ${name}`);
}

/** Domains of a project that lead to one of its domains, through others or at once. */
export function redirectsTo(store: Store, { projectId, name }: StoredProjectDomain): readonly StoredProjectDomain[] {
  const rest = store.list("ProjectDomain", { projectId }) as readonly StoredProjectDomain[];
  const targets = new Set([name]);
  const found = new Set<StoredProjectDomain>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const one of rest) {
      if (one.name === name || found.has(one) || one.redirect === null || !targets.has(one.redirect)) continue;
      found.add(one);
      targets.add(one.name);
      grown = true;
    }
  }
  return [...found];
}
