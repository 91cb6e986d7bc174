import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";
import { noteProgress } from "../../deployments/note-progress.ts";
import { showDeployment } from "../../deployments/show-deployment.ts";

/** Gives a deployment of the account by its id or a host. */
export const getDeployment: Hook<operations["getDeployment"]> = (call) => {
  const { deployment, account } = findDeployment(call, call.path.idOrUrl);
  return call.reply(showDeployment(call.store, account, noteProgress(call.store, call.clock, deployment)));
};
