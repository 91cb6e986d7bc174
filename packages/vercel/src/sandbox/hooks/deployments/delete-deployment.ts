import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";

/** Removes a deployment, even one on its way. Its hosts lead nowhere afterwards. */
export const deleteDeployment: Hook<operations["deleteDeployment"]> = (call) => {
  const { deployment } = findDeployment(call, call.query?.url || call.path.idOrUrl);
  call.store.remove("Deployment", deployment);
  return call.reply({ uid: deployment.id, state: "DELETED" });
};
