import type { CallOptions } from "@fairlead/runtime";
import type { EnvCalls, EnvVar } from "./env-calls.ts";
import {
  branchOf,
  type EnvPlaceInput,
  type EnvProject,
  type EnvTarget,
  environmentsOf,
  envPlace,
  envProject,
} from "./env-place.ts";
import { readValue } from "./read-value.ts";

/** Whose variables to read: those of a project, as one of its environments has them. */
export interface PullEnvInput extends EnvProject, EnvPlaceInput<EnvTarget> {}

/** The variables of an environment. */
export interface PulledEnv {
  /** Values by key, in plain text: keep them out of logs. */
  readonly variables: Readonly<Record<string, string>>;
  /** Keys of those that nobody may read, by name: sensitive ones, and those of the system. */
  readonly unreadable: readonly string[];
  /** How many variables of production the token may not even see; 0 for other environments. */
  readonly hiddenCount: number;
}

/**
 * Reads the variables that an environment has, with their values. With `gitBranch`, those of the branch go before those
 * of all previews, as in a build; without it, those of branches are left out.
 * @throws {RequestError} No environment is named, or a branch beside another one than `preview`.
 * @throws {FairleadError} A request failed.
 */
export async function pullEnv(calls: EnvCalls, input: PullEnvInput, options?: CallOptions): Promise<PulledEnv> {
  const { targets, customEnvironmentIds, gitBranch } = envPlace(input);
  const project = envProject(input);
  const list = await calls.list({ ...project, decrypt: "true" }, options);
  const wanted: readonly string[] = [...targets, ...customEnvironmentIds];
  const chosen = new Map<string, EnvVar>();
  for (const one of list.envs) {
    if (!environmentsOf(one).some((name) => wanted.includes(name))) continue;
    const branch = branchOf(one);
    const isNarrow = branch !== undefined;
    if (isNarrow && branch !== gitBranch) continue;
    if (isNarrow || !chosen.has(one.key)) chosen.set(one.key, one);
  }
  const variables: [key: string, value: string][] = [];
  const unreadable: string[] = [];
  for (const [key, envVar] of [...chosen].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const value = await readValue(calls, project, envVar, options);
    if (value === undefined) unreadable.push(key);
    else variables.push([key, value]);
  }
  const hiddenCount = targets.includes("production") ? (list.hiddenProductionEnvCount ?? 0) : 0;
  return { variables: Object.fromEntries(variables), unreadable, hiddenCount };
}
