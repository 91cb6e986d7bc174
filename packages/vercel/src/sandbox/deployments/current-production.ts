import type { Store } from "@fairlead/sandbox";
import { type StoredDeployment, stateOf } from "./deployment.ts";

/** Whether a deployment is or was what production shows. A preview is, once somebody promoted it. */
export function wasServed(deployment: StoredDeployment): boolean {
  const { target, readySubstate, promoted } = deployment;
  const isMeant = target === "production" || promoted !== undefined;
  return isMeant && readySubstate === "PROMOTED" && stateOf(deployment) === "READY";
}

/**
 * From when on a deployment is the newest for its hosts, in milliseconds since 1970-01-01 UTC: its own creation, or that
 * of the newest one that there was when somebody promoted it. The clock would not do: it may stand still meanwhile.
 */
export function servedFrom({ promoted, createdAt }: StoredDeployment): number {
  return promoted?.after ?? createdAt;
}

/** What production of a project shows; undefined where nothing was served yet. */
export function currentProduction(store: Store, projectId: string): StoredDeployment | undefined {
  const served = (store.list("Deployment", { projectId }) as readonly StoredDeployment[]).filter(wasServed);
  return served.toSorted((a, b) => servedFrom(b) - servedFrom(a) || turnOf(b) - turnOf(a))[0];
}

/** What a promotion that happens now is written down as. */
export function nextPromotion(store: Store, projectId: string): NonNullable<StoredDeployment["promoted"]> {
  const all = store.list("Deployment", { projectId }) as readonly StoredDeployment[];
  return {
    after: Math.max(...all.map(({ createdAt }) => createdAt)),
    turn: Math.max(...all.map(turnOf)) + 1,
  };
}

function turnOf({ promoted }: StoredDeployment): number {
  return promoted?.turn ?? 0;
}

/**
 * Whether production can go back to a deployment: it was served there and another is now. Null for what was never meant
 * for production.
 */
export function isRollbackCandidate(store: Store, deployment: StoredDeployment): boolean | null {
  if (!wasServed(deployment)) return deployment.target === "production" ? false : null;
  return currentProduction(store, deployment.projectId)?.id !== deployment.id;
}
