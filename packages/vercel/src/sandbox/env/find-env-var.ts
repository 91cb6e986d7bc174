import { type Asking, notFound, projectInAccount } from "../account.ts";
import type { EnvVar } from "../entities.ts";

/**
 * A variable of a project of the account that a request is about.
 * @throws {Refusal} 403 as `accountOf`; 404, there is no such project, or it has no such variable.
 */
export function findEnvVar(asking: Asking, idOrName: string, id: string): EnvVar {
  const { id: projectId, name } = projectInAccount(asking, idOrName);
  const found = asking.store.get("EnvVar", id, { projectId }) as EnvVar | undefined;
  if (found !== undefined) return found;
  throw notFound(`The project ${name} has no variable ${id}`);
}
