import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { notFound } from "../../account.ts";
import type { Check } from "../../check-runs/check-run.ts";
import { tellDeployment } from "../../check-runs/tell-deployment.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";

/** Starts a run of a check that the deployment's project has; it takes after the check as that is now. */
export const createCheckRun: Hook<operations["createCheckRun"]> = (call) => {
  const { store, path, body } = call;
  const { deployment } = findDeployment(call, path.deploymentId);
  const { projectId, ownerId } = deployment;
  const check = store.get("Check", body.checkId, { projectId }) as Check | undefined;
  if (check === undefined) throw notFound(`The project ${projectId} has no check ${body.checkId}`);
  const { id: checkId, name, source, blocks, requires, targets, timeout } = check;
  const run = store.create("CheckRun", {
    name,
    checkId,
    deploymentId: deployment.id,
    projectId,
    ownerId,
    source,
    timeout,
    ...(blocks !== undefined && { blocks }),
    ...(requires !== undefined && { requires }),
    ...(targets !== undefined && { targets }),
  });
  tellDeployment(store, deployment);
  return call.reply(run);
};
