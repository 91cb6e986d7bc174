import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { notFound, userOf } from "../../account.ts";
import { findEnvVar } from "../../env/find-env-var.ts";
import { showEnvVar } from "../../env/show-env-var.ts";

/** Removes a variable and answers as it was; with the id of a custom environment, it only loses that one. */
export const deleteEnvVar: Hook<operations["deleteEnvVar"]> = (call) => {
  const { store, path } = call;
  const envVar = findEnvVar(call, path.idOrName, path.id);
  const from = call.query?.customEnvironmentId;
  const { customEnvironmentIds: all = [], key } = envVar;
  if (from && !all.includes(from)) throw notFound(`The environment ${from} has no variable ${key}`);
  const customEnvironmentIds = all.filter((id) => id !== from);
  const isLeft = envVar.target.length > 0 || customEnvironmentIds.length > 0;
  if (from && isLeft) store.update("EnvVar", envVar, { customEnvironmentIds, updatedBy: userOf(call).id });
  else store.remove("EnvVar", envVar);
  return call.reply(showEnvVar(call, envVar));
};
