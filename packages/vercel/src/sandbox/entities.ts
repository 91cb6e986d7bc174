import type { components } from "../generated/schema.ts";

type Schemas = components["schemas"];

/** A user as it is stored: all that `getUser` shows of it. */
export type User = Schemas["User"];

/** A team as it is stored; its `membership` is that of the one user that a session has. */
export type Team = Schemas["Team"];

/**
 * A project as it is stored. Its variables, addresses and deployments are entities of their own, which only the answers
 * bring together.
 */
export type Project = Schemas["Project"];

/** An environment variable as it is stored, its value in plain text whatever its type. */
export type EnvVar = Schemas["EnvVar"] & {
  /** Id of the project that has it; no answer shows it. */
  readonly projectId: string;
  readonly value: string;
  readonly target: readonly string[];
};
