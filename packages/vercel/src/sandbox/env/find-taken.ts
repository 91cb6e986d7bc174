import type { Store } from "@fairlead/sandbox";
import type { EnvVar } from "../entities.ts";
import type { EnvVarTraits } from "./check-env-var.ts";

/**
 * The variables of a project that stand where another shall: of the same name and branch, in one of its environments.
 * One for a branch stands beside one for all previews, because the narrower goes first in a build.
 */
export function findTaken(store: Store, projectId: string, wanted: EnvVarTraits, exceptId?: string): EnvVar[] {
  const namesakes = store.list("EnvVar", { projectId, key: wanted.key }) as readonly EnvVar[];
  return namesakes.filter(
    (one) => one.id !== exceptId && one.gitBranch === wanted.gitBranch && sharesEnvironment(one, wanted),
  );
}

function sharesEnvironment(one: EnvVarTraits, other: EnvVarTraits): boolean {
  return (
    one.target.some((target) => other.target.includes(target)) ||
    (one.customEnvironmentIds ?? []).some((id) => other.customEnvironmentIds?.includes(id))
  );
}
