import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";

/** Removes many shared variables; ids that the account has not are told. */
export const deleteSharedEnvVars: Hook<operations["deleteSharedEnvVars"]> = (call) => {
  const { store, body } = call;
  const { accountId } = accountOf(call);
  const deleted: string[] = [];
  const failed: { readonly error: unknown }[] = [];
  for (const id of new Set(body.ids)) {
    const envVar = store.get("SharedEnvVar", id, { accountId });
    if (envVar === undefined) {
      failed.push({ error: { code: "not_found", message: `The account has no shared variable ${id}`, envVarId: id } });
      continue;
    }
    store.remove("SharedEnvVar", envVar);
    deleted.push(id);
  }
  return call.reply({ deleted, failed });
};
