import type { Store } from "@fairlead/sandbox";
import type { Account } from "../account.ts";
import { vercelRefusal } from "../refusal.ts";

/**
 * Ids of projects as a request gives them, each once. A name is none here.
 * @throws {Refusal} 400 `bad_request`, the account has no project of one of these ids.
 */
export function readProjectIds(
  store: Store,
  { accountId }: Pick<Account, "accountId">,
  given: readonly string[] = [],
): string[] {
  const unknown = unknownProject(store, { accountId }, given);
  if (unknown !== undefined) throw vercelRefusal(400, "bad_request", noProject(unknown), { project: unknown });
  return [...new Set(given)];
}

/** The first of these ids that no project of the account has. */
export function unknownProject(
  store: Store,
  { accountId }: Pick<Account, "accountId">,
  ids: readonly string[],
): string | undefined {
  return ids.find((id) => store.get("Project", id, { accountId }) === undefined);
}

/** What is said of a project that is not there. */
export function noProject(id: string): string {
  return `There is no project ${id} in this account`;
}
