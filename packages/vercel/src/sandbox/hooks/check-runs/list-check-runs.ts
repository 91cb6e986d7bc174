import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";

/** All runs of a deployment, newest first. */
export const listCheckRuns: Hook<operations["listCheckRuns"]> = (call) => {
  const { deployment } = findDeployment(call, call.path.deploymentId);
  return call.reply({ runs: call.store.list("CheckRun", { deploymentId: deployment.id }).toReversed() });
};
