import type { Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { EnvVar, Project, User } from "../entities.ts";
import { checkEnvVar, type EnvVarError } from "./check-env-var.ts";
import { findTaken } from "./find-taken.ts";
import { takePlace } from "./take-place.ts";
import { unknownEnvironment } from "./unknown-environment.ts";

/** A variable as a request describes it. */
export type NewEnvVar = components["schemas"]["NewEnvVar"];

/** Where a variable goes, and who sends it there. */
export interface EnvVarPlace {
  readonly store: Store;
  readonly project: Pick<Project, "id">;
  readonly user: Pick<User, "id">;
  /** Whether it may take the place of others. @default false */
  readonly upsert?: boolean;
}

/** Stores a variable of a project, or tells why not; nothing has changed then. */
export function keepEnvVar(
  place: EnvVarPlace,
  given: NewEnvVar,
): { readonly kept: EnvVar } | { readonly error: EnvVarError } {
  const { store, project, user, upsert = false } = place;
  const members = membersOf(given);
  const fault = checkEnvVar(members) ?? unknownEnvironment(store, project.id, members);
  if (fault !== undefined) return { error: fault };
  if (!upsert) {
    const error = takenError(store, project.id, members);
    if (error !== undefined) return { error };
  }
  const about = { projectId: project.id, createdBy: user.id, updatedBy: null };
  const kept = store.attempt(() => {
    const same = upsert ? takePlace(store, project.id, members) : undefined;
    if (same !== undefined) return store.update("EnvVar", same, { ...members, updatedBy: user.id });
    return store.create("EnvVar", { ...withoutGaps(members), configurationId: null, securityIssues: [], ...about });
  });
  return { kept: kept as EnvVar };
}

/** The error of a variable whose place another has; undefined where it is free. */
export function takenError(
  store: Store,
  projectId: string,
  wanted: Parameters<typeof findTaken>[2],
  exceptId?: string,
): EnvVarError | undefined {
  const [taken] = findTaken(store, projectId, wanted, exceptId);
  if (taken === undefined) return undefined;
  const target = taken.target.filter((name) => wanted.target.includes(name));
  return {
    code: "ENV_CONFLICT",
    message: `A variable ${taken.key} exists for ${target.join(", ") || "this environment"}`,
    key: wanted.key,
    envVarKey: taken.key,
    envVarId: taken.id,
    target,
    ...(taken.gitBranch !== undefined && { gitBranch: taken.gitBranch }),
  };
}

/** What a given variable is stored as; a member that it lacks is undefined, which takes it away from an old one. */
function membersOf({ key, value, type, target = [], customEnvironmentIds, gitBranch, comment, visibility }: NewEnvVar) {
  return {
    key,
    value,
    type,
    target: [...new Set(target)],
    customEnvironmentIds: customEnvironmentIds && [...new Set(customEnvironmentIds)],
    gitBranch: gitBranch ?? undefined,
    comment,
    visibility: visibility ?? (type === "sensitive" ? ("secret" as const) : undefined),
  };
}

function withoutGaps(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
