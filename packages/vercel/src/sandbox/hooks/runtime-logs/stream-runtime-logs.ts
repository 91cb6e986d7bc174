import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { notFound, projectInAccount } from "../../account.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";

/**
 * Sends what a deployment writes from now on. Nobody sends requests to a deployment of the sandbox, so that it writes
 * what a test has it write: entities of the type `RuntimeLog`.
 */
export const streamRuntimeLogs: Hook<operations["streamRuntimeLogs"]> = (call) => {
  const project = projectInAccount(call, call.path.projectId);
  const { deployment } = findDeployment(call, call.path.deploymentId);
  if (deployment.projectId !== project.id)
    throw notFound(`The project ${project.name} has no deployment ${call.path.deploymentId}`);
  const told = new Set(linesOf(call, deployment.id).map(({ rowId }) => rowId));
  return { status: 200, stream: newLines(call, deployment.id, told) };
};

/** Each line that is not told yet, until the deployment is deleted. */
async function* newLines(
  call: Pick<Call, "store" | "changed">,
  deploymentId: string,
  told: Set<unknown>,
): AsyncGenerator<unknown, void, undefined> {
  while (call.store.get("Deployment", deploymentId) !== undefined) {
    for (const line of linesOf(call, deploymentId)) {
      if (told.has(line.rowId)) continue;
      told.add(line.rowId);
      yield line;
    }
    await call.changed();
  }
}

function linesOf({ store }: Pick<Call, "store">, deploymentId: string) {
  return store.list("RuntimeLog", { deploymentId });
}
