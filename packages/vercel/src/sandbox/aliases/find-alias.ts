import { type Asking, accountOf, inAccount, notFound } from "../account.ts";
import type { StoredAlias } from "./stored-alias.ts";

/**
 * The alias that a request names.
 * @param idOrHost - Its id or the host itself; an id goes first.
 * @throws {Refusal} 403, as `accountOf`; 404, the account has no such alias.
 */
export function findAlias(asking: Asking, idOrHost: string): StoredAlias {
  const { accountId } = accountOf(asking);
  const byId = inAccount<StoredAlias>(asking, "Alias", idOrHost, { accountId });
  const found = byId ?? asking.store.list("Alias", { accountId, alias: idOrHost.toLowerCase() })[0];
  if (found !== undefined) return found as StoredAlias;
  throw notFound(`There is no alias ${idOrHost} in this account`);
}
