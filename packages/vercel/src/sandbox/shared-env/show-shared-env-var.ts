import type { Random, Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { SharedEnvVar, User } from "../entities.ts";
import { showValue } from "../env/show-value.ts";

/** What it takes to show a shared variable. */
export interface ShowingShared {
  readonly store: Store;
  readonly random: Random;
}

/**
 * A shared variable as an answer has it, its value as `showValue` says, with the projects that still exist.
 * @param decrypt - Whether an encrypted value is shown as it is. @default false
 */
export function showSharedEnvVar(
  { store, random }: ShowingShared,
  envVar: SharedEnvVar,
  decrypt = false,
): components["schemas"]["SharedEnvVar"] {
  const { accountId, ...shown } = envVar;
  const editor =
    typeof envVar.updatedBy === "string" ? (store.get("User", envVar.updatedBy) as User | undefined) : undefined;
  const name = editor?.name || editor?.username;
  return {
    ...shown,
    ...showValue({ random }, envVar, decrypt),
    target: [...envVar.target],
    projectId: envVar.projectId.filter((id) => store.get("Project", id, { accountId }) !== undefined),
    ownerId: accountId,
    created: new Date(envVar.createdAt).toISOString(),
    ...(name && { lastEditedByDisplayName: name }),
  };
}
