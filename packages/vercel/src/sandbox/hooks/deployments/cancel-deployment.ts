import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { isOnItsWay, type StoredDeployment, stateOf } from "../../deployments/deployment.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";
import { noteProgress } from "../../deployments/note-progress.ts";
import { showDeployment } from "../../deployments/show-deployment.ts";

/** Ends a deployment that is on its way; it takes no host afterwards. */
export const cancelDeployment: Hook<operations["cancelDeployment"]> = (call) => {
  const { deployment, account } = findDeployment(call, call.path.id);
  if (!isOnItsWay(deployment))
    throw call.refuse(400, `The deployment ${deployment.id} has ended as ${stateOf(deployment)}`);
  const noted = noteProgress(call.store, call.clock, deployment);
  const canceledAt = call.clock.now();
  const canceled = call.store.update("Deployment", noted, { readyState: "CANCELED", canceledAt }) as StoredDeployment;
  return call.reply(showDeployment(call.store, account, canceled));
};
