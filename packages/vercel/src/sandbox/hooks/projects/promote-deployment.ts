import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { stateOf } from "../../deployments/deployment.ts";
import { moveProduction } from "../../deployments/move-production.ts";
import { findPromotion } from "../../projects/find-promotion.ts";
import { vercelError } from "../../refusal.ts";

/** Makes a deployment what production shows, at once, and ends a rollback. */
export const promoteDeployment: Hook<operations["promoteDeployment"]> = (call) => {
  const { project, deployment } = findPromotion(call);
  if (stateOf(deployment) !== "READY")
    return vercelError(422, "deployment_not_ready", `The deployment ${deployment.id} is not READY`);
  const { autoAssignCustomDomains, assignedBefore } = project;
  moveProduction(call, project, deployment, "promote", {
    lastRollbackTarget: null,
    rollbackDescription: undefined,
    assignedBefore: undefined,
    // Who has turned assignment on since the rollback keeps it.
    autoAssignCustomDomains: autoAssignCustomDomains || (assignedBefore ?? autoAssignCustomDomains),
  });
  return { status: 201 };
};
