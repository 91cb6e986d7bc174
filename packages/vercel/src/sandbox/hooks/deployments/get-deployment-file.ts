import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { notFound } from "../../account.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";
import { toBase64 } from "../../files/base64.ts";

/** Gives the bytes of a file that a deployment was made from. */
export const getDeploymentFile: Hook<operations["getDeploymentFile"]> = async (call) => {
  const { files = [], id } = findDeployment(call, call.path.id).deployment;
  const { fileId } = call.path;
  const path = call.query?.path;
  const found = files.find(({ sha, file }) => sha === fileId && (!path || file === path));
  const kept = found && call.files.get(found.content);
  if (kept === undefined) throw notFound(`The deployment ${id} has no such file ${fileId}`);
  return call.reply({ data: toBase64(new Uint8Array(await kept.blob.arrayBuffer())) });
};
