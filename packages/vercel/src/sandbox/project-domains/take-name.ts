import type { Call } from "@fairlead/sandbox";
import type { Account } from "../account.ts";
import { addDomain, makePending } from "../domains/account-domain.ts";
import { apexOf, isHosted } from "../domains/domain-name.ts";
import { foreignHolders } from "./may-use.ts";

/**
 * Gives an account the right to a name: projects of others must verify it from then on, and an apex that nobody has is
 * the account's.
 */
export function takeName(work: Pick<Call, "store" | "random" | "clock">, account: Account, name: string): void {
  const { store } = work;
  for (const one of foreignHolders(store, account, name)) if (one.verified) makePending(work, one);
  const apexName = apexOf(name);
  if (!isHosted(name) && store.get("Domain", apexName) === undefined) addDomain(work, account, apexName, undefined);
}
