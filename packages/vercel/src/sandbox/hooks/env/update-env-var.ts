import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { userOf } from "../../account.ts";
import type { EnvVar } from "../../entities.ts";
import { checkEnvVar } from "../../env/check-env-var.ts";
import { envVarRefusal } from "../../env/env-var-refusal.ts";
import { findEnvVar } from "../../env/find-env-var.ts";
import { takenError } from "../../env/keep-env-var.ts";
import { showEnvVar } from "../../env/show-env-var.ts";
import { unknownEnvironment } from "../../env/unknown-environment.ts";

/**
 * Changes a variable; as it is then, it is checked like a new one. A sensitive one becomes another type only with a new
 * value, or its old one could be read.
 */
export const updateEnvVar: Hook<operations["updateEnvVar"]> = (call) => {
  const { store, path, body } = call;
  const old = findEnvVar(call, path.idOrName, path.id);
  const { key, value, type, target, customEnvironmentIds, gitBranch, comment } = body;
  const changes = {
    ...(key !== undefined && { key }),
    ...(value !== undefined && { value }),
    ...(type !== undefined && { type, visibility: visibilityOf(old, type) }),
    ...(target !== undefined && { target: [...new Set(target)] }),
    ...(customEnvironmentIds !== undefined && { customEnvironmentIds: [...new Set(customEnvironmentIds)] }),
    ...(gitBranch !== undefined && { gitBranch: gitBranch ?? undefined }),
    ...(comment !== undefined && { comment }),
  };
  const next = { ...old, ...changes };
  if (old.type === "sensitive" && next.type !== "sensitive" && value === undefined)
    throw envVarRefusal({
      code: "NOT_DECRYPTABLE",
      message: "A sensitive variable needs a new value to become another type",
      key: old.key,
    });
  const error =
    checkEnvVar(next) ??
    unknownEnvironment(store, old.projectId, next) ??
    takenError(store, old.projectId, next, old.id);
  if (error !== undefined) throw envVarRefusal(error);
  const updated = store.update("EnvVar", old, { ...changes, updatedBy: userOf(call).id }) as EnvVar;
  return call.reply(showEnvVar(call, updated));
};

function visibilityOf(old: EnvVar, type: string): EnvVar["visibility"] {
  if (type === "sensitive") return "secret";
  return old.type === "sensitive" ? undefined : old.visibility;
}
