import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import type { SharedEnvVar } from "../../entities.ts";
import { checkEnvVar } from "../../env/check-env-var.ts";
import { readProjectIds } from "../../shared-env/read-project-ids.ts";
import { sharedTakenError } from "../../shared-env/shared-taken-error.ts";
import { showSharedEnvVar } from "../../shared-env/show-shared-env-var.ts";

/** Makes each variable that can be, for the same environments and projects; why others can't be is in `failed`. */
export const createSharedEnvVars: Hook<operations["createSharedEnvVars"]> = (call) => {
  const { store, body } = call;
  const { accountId, user } = accountOf(call);
  const projectId = readProjectIds(store, { accountId }, body.projectId);
  const shared = { type: body.type ?? "encrypted", target: [...new Set(body.target)], projectId, accountId };
  const created: unknown[] = [];
  const failed: { readonly error: unknown }[] = [];
  for (const { key, value, comment } of body.evs) {
    const error = checkEnvVar({ ...shared, key }) ?? sharedTakenError(store, { ...shared, key });
    if (error !== undefined) {
      failed.push({ error });
      continue;
    }
    const given = { ...shared, key, value, ...(comment !== undefined && { comment }) };
    const made = store.create("SharedEnvVar", { ...given, createdBy: user.id }) as SharedEnvVar;
    created.push(showSharedEnvVar(call, made));
  }
  return call.reply({ created, failed });
};
