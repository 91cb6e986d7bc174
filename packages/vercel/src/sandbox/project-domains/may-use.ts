import type { Store } from "@fairlead/sandbox";
import type { Account } from "../account.ts";
import { apexOf } from "../domains/domain-name.ts";
import type { StoredDomain, StoredProjectDomain } from "../domains/stored-domain.ts";

/** Domains of that name in projects of other accounts, with the right to it or without. */
export function foreignHolders(
  store: Store,
  { accountId }: Pick<Account, "accountId">,
  name: string,
): readonly StoredProjectDomain[] {
  const all = store.list("ProjectDomain", { name }) as readonly StoredProjectDomain[];
  return all.filter(({ projectId }) => store.get("Project", projectId, { accountId }) === undefined);
}

/** Whether projects of an account may use a name without showing a record. */
export function mayUse(store: Store, account: Pick<Account, "accountId">, name: string): boolean {
  const apex = store.get("Domain", apexOf(name)) as StoredDomain | undefined;
  if (apex !== undefined) return apex.accountId === account.accountId;
  return !foreignHolders(store, account, name).some(({ verified }) => verified);
}
