import type { Store } from "@fairlead/sandbox";
import type { SharedEnvVar } from "../entities.ts";
import type { SharedEnvVarError } from "./shared-env-var-error.ts";

/** What decides whether two shared variables are in each other's way. */
export type SharedTraits = Pick<SharedEnvVar, "accountId" | "key" | "target" | "projectId">;

/**
 * The error of a shared variable that a project would get beside another of the same name and environment; undefined
 * where none would. A project's own variable of that name is not in the way: it goes first.
 * @param exceptId - Id of the variable itself, where it exists.
 */
export function sharedTakenError(
  store: Store,
  { accountId, key, target, projectId }: SharedTraits,
  exceptId?: string,
): SharedEnvVarError | undefined {
  for (const other of store.list("SharedEnvVar", { accountId, key }) as readonly SharedEnvVar[]) {
    const shared = other.target.filter((name) => target.includes(name));
    const project = other.projectId.find((id) => projectId.includes(id));
    if (other.id === exceptId || shared.length === 0 || project === undefined) continue;
    return {
      code: "ENV_CONFLICT",
      message: `A project has a shared variable ${key} for ${shared.join(", ")} already`,
      key,
      envVarKey: key,
      envVarId: other.id,
      project,
      target: shared,
    };
  }
  return undefined;
}
