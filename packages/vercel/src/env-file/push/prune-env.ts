import type { CallOptions } from "@fairlead/runtime";
import type { EnvCalls, EnvVar } from "../env-calls.ts";
import { branchOf, type EnvPlace, type EnvProject, type EnvTarget, environmentsOf } from "../env-place.ts";

/** Where to prune. */
export interface PrunePlace {
  readonly calls: EnvCalls;
  readonly project: EnvProject;
  readonly place: EnvPlace;
  /** Whether nothing is deleted. */
  readonly dryRun: boolean;
  readonly options: CallOptions;
}

/** How many ids a request takes. */
const chunkSize = 1000;

/**
 * Takes variables from environments that are not among those to keep. One that other environments have too stays there.
 * @param envs - All variables of the project, before anything was set: what was set has a key to keep.
 * @returns The keys of what is gone, each once.
 */
export async function pruneEnv(
  { calls, project, place, dryRun, options }: PrunePlace,
  envs: readonly EnvVar[],
  keep: { has(key: string): boolean },
): Promise<string[]> {
  const leaving: readonly string[] = [...place.targets, ...place.customEnvironmentIds];
  const pruned = envs.filter(
    (one) =>
      !keep.has(one.key) &&
      branchOf(one) === place.gitBranch &&
      environmentsOf(one).some((name) => leaving.includes(name)) &&
      !isOfOthers(one),
  );
  const isShared = (one: EnvVar) => environmentsOf(one).some((name) => !leaving.includes(name));
  if (!dryRun) {
    for (const one of pruned.filter(isShared)) {
      const target = [one.target ?? []].flat().filter((name) => !leaving.includes(name)) as EnvTarget[];
      const customEnvironmentIds = one.customEnvironmentIds?.filter((id) => !leaving.includes(id));
      const body = { target, ...(customEnvironmentIds && { customEnvironmentIds }) };
      await calls.update({ ...project, id: one.id, body }, options);
    }
    const ids = pruned.filter((one) => !isShared(one)).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += chunkSize)
      await calls.deleteMany({ ...project, body: { ids: ids.slice(at, at + chunkSize) } }, options);
  }
  return [...new Set(pruned.map(({ key }) => key))];
}

/** Those of the system and of integrations come back, or leave something broken. */
function isOfOthers({ type, system, configurationId }: EnvVar): boolean {
  return type === "system" || system === true || Boolean(configurationId);
}
