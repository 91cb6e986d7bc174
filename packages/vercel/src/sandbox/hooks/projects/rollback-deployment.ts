import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { wasServed } from "../../deployments/current-production.ts";
import { moveProduction } from "../../deployments/move-production.ts";
import { findPromotion } from "../../projects/find-promotion.ts";
import { vercelError } from "../../refusal.ts";

/** Brings production back to a deployment that was served there. New ones take no domains until one is promoted. */
export const rollbackDeployment: Hook<operations["rollbackDeployment"]> = (call) => {
  const { user, project, deployment } = findPromotion(call);
  const { id } = deployment;
  if (!wasServed(deployment)) return vercelError(422, "bad_request", `The deployment ${id} was never in production`);
  const createdAt = call.clock.now();
  const description = call.query?.description;
  moveProduction(call, project, deployment, "rollback", {
    lastRollbackTarget: { id },
    rollbackDescription: description ? { createdAt, description, userId: user.id, username: user.username } : undefined,
    autoAssignCustomDomains: false,
    assignedBefore: project.lastRollbackTarget ? project.assignedBefore : project.autoAssignCustomDomains !== false,
  });
  return { status: 201 };
};
