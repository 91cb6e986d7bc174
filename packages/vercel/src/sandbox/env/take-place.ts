import type { Store } from "@fairlead/sandbox";
import type { EnvVar } from "../entities.ts";
import type { EnvVarTraits } from "./check-env-var.ts";
import { findTaken } from "./find-taken.ts";

/**
 * Makes room for a variable that may override others: each of them loses the environments that the new one has, and
 * keeps the rest. How the server parts them is not known.
 * @returns The one that had these very environments, to be changed and not replaced; undefined where none had.
 */
export function takePlace(store: Store, projectId: string, wanted: EnvVarTraits): EnvVar | undefined {
  const { target, customEnvironmentIds = [] } = wanted;
  const taken = findTaken(store, projectId, wanted);
  const same = taken.find(
    (one) => isSameSet(one.target, target) && isSameSet(one.customEnvironmentIds ?? [], customEnvironmentIds),
  );
  for (const one of taken.filter((other) => other !== same)) {
    const kept = {
      target: one.target.filter((name) => !target.includes(name)),
      customEnvironmentIds: one.customEnvironmentIds?.filter((id) => !customEnvironmentIds.includes(id)),
    };
    if (kept.target.length === 0 && (kept.customEnvironmentIds ?? []).length === 0) store.remove("EnvVar", one);
    else store.update("EnvVar", one, kept);
  }
  return same;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.every((name) => other.includes(name)) && other.every((name) => one.includes(name));
}
