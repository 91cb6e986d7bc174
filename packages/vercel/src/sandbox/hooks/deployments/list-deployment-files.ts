import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { notFound } from "../../account.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";
import { fileTree } from "../../files/file-tree.ts";

/** Lists the files that a deployment was made from; one from a repository has no list. */
export const listDeploymentFiles: Hook<operations["listDeploymentFiles"]> = (call) => {
  const { files, id } = findDeployment(call, call.path.id).deployment;
  if (files === undefined) throw notFound(`The deployment ${id} was not made from files`);
  return call.reply(fileTree(files));
};
