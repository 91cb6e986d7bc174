import type { Call } from "@fairlead/sandbox";
import type { operations } from "../../generated/schema.ts";
import type { Account } from "../account.ts";
import type { SharedEnvVar } from "../entities.ts";
import { checkEnvVar } from "../env/check-env-var.ts";
import { noProject, unknownProject } from "./read-project-ids.ts";
import type { SharedEnvVarError } from "./shared-env-var-error.ts";
import { sharedTakenError } from "./shared-taken-error.ts";

/** A call that changes shared variables. */
export type UpdateCall = Call<operations["updateSharedEnvVars"]>;

/** What a request says of one variable. */
export type SharedEnvVarChange = UpdateCall["body"]["updates"][string];

/** Changes one shared variable of an account, or tells why not; nothing has changed then. */
export function changeSharedEnvVar(
  store: UpdateCall["store"],
  { accountId, user }: Pick<Account, "accountId" | "user">,
  id: string,
  change: SharedEnvVarChange,
): { readonly changed: SharedEnvVar } | { readonly error: SharedEnvVarError } {
  const old = store.get("SharedEnvVar", id, { accountId }) as SharedEnvVar | undefined;
  if (old === undefined)
    return { error: { code: "not_found", message: `The account has no shared variable ${id}`, envVarId: id } };
  const changes = membersOf(old, change);
  const next = { ...old, ...changes };
  const fault = faultOf(store, old, change) ?? checkEnvVar(next) ?? sharedTakenError(store, next, old.id);
  if (fault !== undefined)
    return { error: { ...fault, envVarKey: fault.envVarKey ?? old.key, envVarId: fault.envVarId ?? id } };
  return { changed: store.update("SharedEnvVar", old, { ...changes, updatedBy: user.id }) as SharedEnvVar };
}

/** What is wrong with a change by itself: projects that are not there or come in two ways, or a value to be given away. */
function faultOf(
  store: UpdateCall["store"],
  { accountId, type, key }: SharedEnvVar,
  change: SharedEnvVarChange,
): SharedEnvVarError | undefined {
  const { projectId, projectIdUpdates } = change;
  if (projectId !== undefined && projectIdUpdates !== undefined)
    return { code: "bad_request", message: "Give either projectId or projectIdUpdates", key };
  const project = unknownProject(store, { accountId }, [...(projectId ?? []), ...(projectIdUpdates?.link ?? [])]);
  if (project !== undefined) return { code: "bad_request", message: noProject(project), key, project };
  if (type === "sensitive" && change.type === "encrypted" && change.value === undefined)
    return { code: "NOT_DECRYPTABLE", message: "A sensitive variable needs a new value to become another type", key };
  return undefined;
}

function membersOf(old: SharedEnvVar, { projectId, projectIdUpdates, target, ...rest }: SharedEnvVarChange) {
  const { key, value, type, comment } = rest;
  const unlinked = new Set(projectIdUpdates?.unlink);
  const projects = projectId ?? [...old.projectId, ...(projectIdUpdates?.link ?? [])];
  return {
    ...(key !== undefined && { key }),
    ...(value !== undefined && { value }),
    ...(type !== undefined && { type }),
    ...(comment !== undefined && { comment }),
    ...(target !== undefined && { target: [...new Set(target)] }),
    projectId: [...new Set(projects)].filter((id) => !unlinked.has(id)),
  };
}
