import type { Clock, Store } from "@fairlead/sandbox";
import { type StoredDeployment, stateOf } from "./deployment.ts";
import { expectedTimeline } from "./timeline.ts";

/** Writes down when a deployment was first seen to build: one that is read often builds sooner than time alone has it. */
export function noteProgress(store: Store, clock: Pick<Clock, "now">, deployment: StoredDeployment): StoredDeployment {
  if (deployment.buildingAt !== undefined || stateOf(deployment) !== "BUILDING") return deployment;
  const buildingAt = Math.min(expectedTimeline(deployment).buildingAt, clock.now());
  return store.update("Deployment", deployment as never, { buildingAt }) as StoredDeployment;
}
