import { type Asking, notFound } from "../account.ts";
import type { StoredDeployment } from "../deployments/deployment.ts";
import { findDeployment } from "../deployments/find-deployment.ts";
import type { CheckRun } from "./check-run.ts";

/**
 * A run of a deployment of the account that a request is about.
 * @throws {Refusal} 403, as `accountOf`; 404, the account has no such deployment, or that has no such run.
 */
export function findCheckRun(
  asking: Asking,
  { deploymentId, checkRunId }: { readonly deploymentId: string; readonly checkRunId: string },
): { readonly run: CheckRun; readonly deployment: StoredDeployment } {
  const { deployment } = findDeployment(asking, deploymentId);
  const run = asking.store.get("CheckRun", checkRunId, { deploymentId: deployment.id }) as CheckRun | undefined;
  if (run === undefined) throw notFound(`The deployment ${deployment.id} has no check run ${checkRunId}`);
  return { run, deployment };
}
