import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { notFound, userOf } from "../../account.ts";
import { findSharedEnvVar } from "../../shared-env/find-shared-env-var.ts";
import { noProject, unknownProject } from "../../shared-env/read-project-ids.ts";

/** Takes a shared variable from one project; where that did not have it, nothing changes. */
export const unlinkSharedEnvVar: Hook<operations["unlinkSharedEnvVar"]> = (call) => {
  const { store, path } = call;
  const envVar = findSharedEnvVar(call, path.id);
  const { id, accountId, projectId } = envVar;
  if (unknownProject(store, { accountId }, [path.projectId]) !== undefined) throw notFound(noProject(path.projectId));
  const left = projectId.filter((one) => one !== path.projectId);
  if (left.length < projectId.length)
    store.update("SharedEnvVar", envVar, { projectId: left, updatedBy: userOf(call).id });
  return call.reply({ id });
};
