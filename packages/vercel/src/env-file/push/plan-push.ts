import type { CallOptions } from "@fairlead/runtime";
import type { EnvCalls, EnvVar } from "../env-calls.ts";
import { branchOf, type EnvPlace, type EnvProject, environmentsOf } from "../env-place.ts";
import type { EnvFileEntry } from "../parse-env-file.ts";
import { readValue } from "../read-value.ts";
import type { NewEnvVar } from "../upsert-env.ts";

/** How the value of a variable is kept. */
export type EnvVarType = "plain" | "encrypted" | "sensitive";

/** Where a push goes, and how. */
export interface PushPlace {
  readonly calls: EnvCalls;
  readonly project: EnvProject;
  readonly place: EnvPlace;
  readonly type: EnvVarType | undefined;
  readonly options: CallOptions;
}

/** What to do with the variables of a file. */
export interface PushPlan {
  /** What to send. */
  readonly variables: readonly NewEnvVar[];
  /** Keys of the variables, by what becomes of them. */
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Compares the variables of a file with those that are there.
 * @param envs - All variables of the project.
 * @param entries - Those of the file, one of each key.
 */
export async function planPush(
  push: PushPlace,
  envs: readonly EnvVar[],
  entries: readonly EnvFileEntry[],
): Promise<PushPlan> {
  const { targets, customEnvironmentIds, gitBranch } = push.place;
  const plan = {
    variables: [] as NewEnvVar[],
    created: [] as string[],
    updated: [] as string[],
    unchanged: [] as string[],
  };
  for (const { key, value } of entries) {
    const namesakes = envs.filter((one) => one.key === key && branchOf(one) === gitBranch);
    // The one that each of the environments has.
    const present = [...targets, ...customEnvironmentIds].map((name) =>
      namesakes.find((one) => environmentsOf(one).includes(name)),
    );
    const there = present.filter((one) => one !== undefined);
    if (there.length === present.length && (await areSame(push, new Set(there), value))) {
      plan.unchanged.push(key);
      continue;
    }
    (there.length ? plan.updated : plan.created).push(key);
    plan.variables.push({
      key,
      value,
      type: push.type ?? there.map(({ type }) => type).find(isEnvVarType) ?? "encrypted",
      ...(targets.length > 0 && { target: [...targets] }),
      ...(customEnvironmentIds.length > 0 && { customEnvironmentIds: [...customEnvironmentIds] }),
      ...(gitBranch !== undefined && { gitBranch }),
      // It would be lost otherwise: a variable is set as a whole.
      ...there.flatMap(({ comment }) => (comment ? [{ comment }] : [])).at(0),
    });
  }
  return plan;
}

/** Whether variables have the value, and the type where one is wished. */
async function areSame(
  { calls, project, type, options }: PushPlace,
  present: Iterable<EnvVar>,
  value: string,
): Promise<boolean> {
  for (const one of present) {
    if (type !== undefined && one.type !== type) return false;
    if ((await readValue(calls, project, one, options)) !== value) return false;
  }
  return true;
}

function isEnvVarType(type: string): type is EnvVarType {
  return ["plain", "encrypted", "sensitive"].includes(type);
}
