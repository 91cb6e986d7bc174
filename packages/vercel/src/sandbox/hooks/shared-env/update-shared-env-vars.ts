import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import { changeSharedEnvVar } from "../../shared-env/change-shared-env-var.ts";
import { showSharedEnvVar } from "../../shared-env/show-shared-env-var.ts";

/** Changes each variable that can change, one after the other; why others can't is in `failed`. */
export const updateSharedEnvVars: Hook<operations["updateSharedEnvVars"]> = (call) => {
  const { store, body } = call;
  const account = accountOf(call);
  const results = Object.entries(body.updates).map(([id, change]) => changeSharedEnvVar(store, account, id, change));
  return call.reply({
    updated: results.flatMap((result) => ("changed" in result ? [showSharedEnvVar(call, result.changed)] : [])),
    failed: results.flatMap((result) => ("error" in result ? [{ error: result.error }] : [])),
  });
};
