import type { StoredDeploymentFile } from "../files/deployment-file.ts";

/** How far a deployment can be. */
export type DeploymentState = "QUEUED" | "INITIALIZING" | "BUILDING" | "READY" | "ERROR" | "CANCELED" | "BLOCKED";

/** The commit that a deployment was made from; each service names its repository in members of its own. */
export interface StoredGitSource {
  readonly type: string;
  readonly ref?: string | null;
  readonly sha?: string;
  readonly [member: string]: unknown;
}

/** Settings that a deployment is built with. */
export interface StoredSettings {
  readonly framework?: string | null;
  readonly buildCommand?: string | null;
  readonly installCommand?: string | null;
  readonly [member: string]: unknown;
}

/** A deployment as it is stored. What answers show besides is worked out from it; see `showDeployment`. */
export interface StoredDeployment {
  readonly id: string;
  /** Name of the project when the deployment was made. */
  readonly name: string;
  readonly projectId: string;
  readonly ownerId: string;
  /** The same as `ownerId`, under the name that all things of an account have it. */
  readonly accountId: string;
  /** Host of its own; absent for the moment between the start of the job and the answer. */
  readonly url?: string;
  readonly inspectorUrl?: string;
  /** What the job says; a deployment that was canceled goes on to have it, so read it with `stateOf`. */
  readonly readyState: DeploymentState;
  readonly readySubstate?: string;
  readonly target: string | null;
  /** The custom environment that it was made for, as it was then; absent where it was made for another. */
  readonly customEnvironment?: { readonly id: string; readonly slug: string };
  readonly source: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly creator: { readonly uid: string; readonly username: string; readonly email: string; readonly type: string };
  readonly createdAt: number;
  /** When it was first seen to build; absent before. */
  readonly buildingAt?: number;
  /** When the job came to its end. */
  readonly endedAt?: number;
  /** When a request canceled it. */
  readonly canceledAt?: number;
  readonly alias: readonly string[];
  readonly automaticAliases?: readonly string[];
  readonly userAliases?: readonly string[];
  /** When its hosts came to lead to it; false before. */
  readonly aliasAssigned: number | boolean;
  /** Its last promotion, or the last rollback to it; absent where nobody asked for one. */
  readonly promoted?: {
    /** When the newest deployment of the project was made by then, in milliseconds since 1970-01-01 UTC. */
    readonly after: number;
    /** Counts the promotions and rollbacks of the project from 1. */
    readonly turn: number;
  };
  readonly errorMessage?: string;
  readonly projectSettings: StoredSettings;
  readonly gitSource?: StoredGitSource;
  /** Names of variables. */
  readonly env: readonly string[];
  readonly build: { readonly env: readonly string[] };
  /** Id of its build, `bld_...`. */
  readonly buildId: string;
  /** The files that it was made from; absent where it was made from a repository. */
  readonly files?: readonly StoredDeploymentFile[];
  /** Hash of what makes two deployments similar. */
  readonly likeness: string;
  /** Branch and commit that the request tells or its repository has. */
  readonly branch?: string;
  readonly commit?: string;
  readonly [member: string]: unknown;
}

/** The states that go on by themselves, in their order. */
export const onItsWay: readonly DeploymentState[] = ["QUEUED", "INITIALIZING", "BUILDING"];

/** How far a deployment is. A job can't be struck out, so that one that was canceled has its state in another member. */
export function stateOf({
  readyState,
  canceledAt,
}: Pick<StoredDeployment, "readyState" | "canceledAt">): DeploymentState {
  return canceledAt === undefined ? readyState : "CANCELED";
}

/** Whether a deployment has not ended yet. */
export function isOnItsWay(deployment: StoredDeployment): boolean {
  return onItsWay.includes(stateOf(deployment));
}
