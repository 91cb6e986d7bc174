import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { checkHost, readHost } from "../../aliases/check-host.ts";
import { pointHosts } from "../../aliases/point-hosts.ts";
import { createdOf } from "../../aliases/show-alias.ts";
import { aliasAt } from "../../aliases/stored-alias.ts";
import { stateOf } from "../../deployments/deployment.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";
import { vercelError } from "../../refusal.ts";

/** Makes a host lead to a deployment, or redirect to another host. */
export const assignAlias: Hook<operations["assignAlias"]> = (call) => {
  const { store, body, clock } = call;
  const { deployment, account } = findDeployment(call, call.path.id);
  if (body.alias === undefined) return vercelError(400, "bad_request", "The request has no alias");
  const host = readHost(body.alias);
  const redirect = body.redirect ? readHost(body.redirect) : null;
  if (redirect === host) return vercelError(400, "bad_request", `${host} can't redirect to itself`);
  if (stateOf(deployment) !== "READY")
    return vercelError(400, "deployment_not_ready", `The deployment ${deployment.id} is not READY`);
  checkHost(store, deployment, host);
  const before = aliasAt(store, host);
  if (before?.deploymentId === deployment.id && before.redirect === redirect)
    return vercelError(409, "not_modified", `${host} leads there already`, { name: host, uid: before.uid });

  const [assigned] = store.attempt(() => {
    const hosts = [host];
    const aliases = pointHosts(store, deployment, hosts, clock.now(), { redirect, by: creatorOf(account.user) });
    const without = (list: readonly string[] = []): readonly string[] => list.filter((one) => one !== host);
    const added = redirect === null ? hosts : [];
    store.update("Deployment", deployment, {
      alias: [...without(deployment.alias), ...added],
      automaticAliases: without(deployment.automaticAliases),
      userAliases: [...without(deployment.userAliases), ...added],
    });
    return aliases;
  });
  if (assigned === undefined) throw new Error(`The host ${host} was not assigned`);
  const oldDeploymentId = before?.deploymentId === deployment.id ? undefined : before?.deploymentId;
  const { uid, alias } = assigned;
  return call.reply({ uid, alias, created: createdOf(assigned), ...(oldDeploymentId && { oldDeploymentId }) });
};

function creatorOf({ id: uid, username, email }: { readonly id: string; username: string; email: string }) {
  return { uid, username, email };
}
