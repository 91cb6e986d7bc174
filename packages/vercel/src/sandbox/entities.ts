import type { components } from "../generated/schema.ts";

type Schemas = components["schemas"];

/** A user as it is stored: all that `getUser` shows of it. */
export type User = Schemas["User"];

/** A team as it is stored; what a user is in it, its `membership`, is an entity of its own. */
export type Team = Omit<Schemas["Team"], "membership">;

/** A person in a team, or invited to it, as it is stored. */
export type TeamMember = Omit<Schemas["TeamMember"], "projects"> & {
  /** Id of the team; no answer shows it. */
  readonly teamId: string;
};

/** A person who was added to a project, as it is stored. */
export type ProjectMember = Omit<Schemas["ProjectMember"], "computedProjectRole" | "teamRole"> & {
  /** Id of the project; no answer shows it. */
  readonly projectId: string;
};

/** A token as it is stored, without its secret. */
export type AuthToken = Schemas["AuthToken"] & {
  /** Id of the user who made it; no answer shows it. */
  readonly userId: string;
};

/** The secret of a token, and what it may do. */
export type Credential = {
  /** What calls are made with. */
  readonly token: string;
  /** Id of the user that it acts as. */
  readonly userId: string;
  /** Id of the token that it is the secret of; null for one that was never listed. */
  readonly tokenId: string | null;
  /** Id of the only team that it may act for; null for all that the user may. */
  readonly teamId: string | null;
  /** Id of the only project that it may be used for; null for all. */
  readonly projectId: string | null;
  /** From when on it is refused, in ISO 8601; missing for never. */
  readonly until?: string;
};

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

/** A shared variable as it is stored, its value in plain text whatever its type. */
export type SharedEnvVar = Schemas["SharedEnvVar"] & {
  /** Id of the account that has it, which answers show as `ownerId`. */
  readonly accountId: string;
  readonly value: string;
  readonly type: string;
  readonly target: readonly string[];
  /** Ids of projects, of which some may be gone. */
  readonly projectId: readonly string[];
  readonly createdAt: number;
};

/** A custom environment as it is stored; its domains and deployments know it by its id. */
export type CustomEnvironment = Schemas["CustomEnvironment"] & {
  /** Id of the project that has it; no answer shows it. */
  readonly projectId: string;
};
