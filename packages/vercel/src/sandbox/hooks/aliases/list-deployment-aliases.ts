import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { createdOf } from "../../aliases/show-alias.ts";
import type { StoredAlias } from "../../aliases/stored-alias.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";

/** Lists what leads to a deployment, and what was made to redirect by way of it. */
export const listDeploymentAliases: Hook<operations["listDeploymentAliases"]> = (call) => {
  const { id: deploymentId } = findDeployment(call, call.path.id).deployment;
  const own = call.store.list("Alias", { deploymentId }) as unknown as readonly StoredAlias[];
  const aliases = own.map((one) => ({
    uid: one.uid,
    alias: one.alias,
    created: createdOf(one),
    redirect: one.redirect,
  }));
  return call.reply({ aliases });
};
