import { RequestError } from "@fairlead/runtime";
import type { components } from "../generated/schema.ts";
import type { EnvVar } from "./env-calls.ts";

/** An environment that every project has. */
export type EnvTarget = components["schemas"]["EnvTarget"];

/** The project whose variables are meant. */
export interface EnvProject {
  /** Id or name of the project. */
  readonly idOrName: string;
  /** Id of its team. @default that of the client */
  readonly teamId?: string;
  /** Slug of its team, in place of the id. */
  readonly slug?: string;
}

/** Where variables are for. Give `target` or `customEnvironmentId`. */
export interface EnvPlaceInput<Target> {
  /** An environment that every project has. */
  readonly target?: Target;
  /** Id of a further environment, in place of `target`. */
  readonly customEnvironmentId?: string;
  /** A branch, whose previews may have variables of their own; only with `preview` as the target. */
  readonly gitBranch?: string;
}

/** Where variables are for, in the form of requests. */
export interface EnvPlace {
  readonly targets: readonly EnvTarget[];
  readonly customEnvironmentIds: readonly string[];
  readonly gitBranch: string | undefined;
}

/**
 * Reads where variables are for.
 * @throws {RequestError} No environment is named, or a branch beside another one than `preview`.
 */
export function envPlace(input: EnvPlaceInput<EnvTarget | readonly EnvTarget[]>): EnvPlace {
  const { target = [], customEnvironmentId, gitBranch } = input;
  const targets = [...new Set([target].flat())];
  const customEnvironmentIds = customEnvironmentId ? [customEnvironmentId] : [];
  // With none, the variables of all environments would count.
  if (targets.length === 0 && customEnvironmentIds.length === 0)
    throw new RequestError(undefined, "env: give target or customEnvironmentId; nothing was sent");
  if (gitBranch !== undefined && !(gitBranch && targets.join() === "preview" && customEnvironmentIds.length === 0))
    throw new RequestError(undefined, 'env: gitBranch must not be empty, and takes target "preview"; nothing was sent');
  return { targets, customEnvironmentIds, gitBranch };
}

/** Only the members of the project, which all its operations take. */
export function envProject({ idOrName, teamId, slug }: EnvProject): EnvProject {
  return { idOrName, ...(teamId !== undefined && { teamId }), ...(slug !== undefined && { slug }) };
}

/** Environments that a variable has: those of every project, and the ids of further ones. */
export function environmentsOf({ target = [], customEnvironmentIds = [] }: EnvVar): readonly string[] {
  return [...[target].flat(), ...customEnvironmentIds];
}

/** The branch that a variable is for; `undefined` for all. */
export function branchOf({ gitBranch }: EnvVar): string | undefined {
  // Servers also say null or nothing by an empty text.
  return gitBranch || undefined;
}
