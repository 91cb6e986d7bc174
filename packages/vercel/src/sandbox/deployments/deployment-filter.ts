import type { Store } from "@fairlead/sandbox";
import { isRollbackCandidate } from "./current-production.ts";
import { type StoredDeployment, stateOf } from "./deployment.ts";
import { environmentNames } from "./environment-of.ts";

/** What a list is narrowed to; what is left out or empty narrows nothing. */
export interface DeploymentWish {
  /** Name of the project when the deployment was made. */
  readonly app?: string | undefined;
  readonly projectIds?: readonly string[] | undefined;
  readonly branch?: string | undefined;
  readonly sha?: string | undefined;
  /** States with commas between them. */
  readonly state?: string | undefined;
  /** Environment; `preview` is that of a deployment which has none, and a custom one goes by its slug or its id. */
  readonly target?: string | undefined;
  /** Ids of users with commas between them. */
  readonly users?: string | undefined;
  readonly rollbackCandidate?: boolean | undefined;
}

/** Whether a deployment is as wished. */
export function deploymentFilter(
  store: Store,
  { app, projectIds, branch, sha, state, target, users, rollbackCandidate }: DeploymentWish,
): (deployment: StoredDeployment) => boolean {
  const states = state ? listed(state.toUpperCase()) : undefined;
  const makers = users ? listed(users) : undefined;
  return (deployment) =>
    (!app || deployment.name === app) &&
    (!projectIds || projectIds.length === 0 || projectIds.includes(deployment.projectId)) &&
    (!branch || deployment.branch === branch) &&
    (!sha || deployment.commit === sha) &&
    (!states || states.includes(stateOf(deployment))) &&
    (!target || environmentNames(store, deployment).includes(target)) &&
    (!makers || makers.includes(deployment.creator.uid)) &&
    (rollbackCandidate === undefined || (isRollbackCandidate(store, deployment) === true) === rollbackCandidate);
}

function listed(text: string): readonly string[] {
  return text.split(",").map((part) => part.trim());
}
