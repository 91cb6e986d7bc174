import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import type { SharedEnvVar } from "../../entities.ts";
import { noProject, unknownProject } from "../../shared-env/read-project-ids.ts";
import { listed, sharedEnvFilter } from "../../shared-env/shared-env-filter.ts";
import { showSharedEnvVar } from "../../shared-env/show-shared-env-var.ts";

/** All shared variables of the account that the question is about, in the order in which they were made. */
export const listSharedEnvVars: Hook<operations["listSharedEnvVars"]> = (call) => {
  const { store, query = {} } = call;
  const { accountId } = accountOf(call);
  const unknown = unknownProject(store, { accountId }, listed(query.projectId));
  if (unknown !== undefined) throw call.refuse(404, noProject(unknown));
  const all = store.list("SharedEnvVar", { accountId }) as readonly SharedEnvVar[];
  const data = all.filter(sharedEnvFilter(query)).map((one) => showSharedEnvVar(call, one));
  return call.reply({ data, pagination: { count: data.length, next: null, prev: null } });
};
