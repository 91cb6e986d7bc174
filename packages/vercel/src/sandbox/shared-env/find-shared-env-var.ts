import { type Asking, accountOf, inAccount, notFound } from "../account.ts";
import type { SharedEnvVar } from "../entities.ts";

/**
 * A shared variable of the account that a request is about.
 * @throws {Refusal} 403 as `accountOf`; 404, the account has no such variable.
 */
export function findSharedEnvVar(asking: Asking, id: string): SharedEnvVar {
  const found = inAccount<SharedEnvVar>(asking, "SharedEnvVar", id, accountOf(asking));
  if (found !== undefined) return found;
  throw notFound(`The account has no shared variable ${id}`);
}
