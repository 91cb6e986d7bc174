import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";

/** Removes many variables of a project; ids that it has not are passed over. */
export const deleteEnvVars: Hook<operations["deleteEnvVars"]> = (call) => {
  const { store, body } = call;
  const { id: projectId } = projectInAccount(call, call.path.idOrName);
  const gone = [...new Set(body.ids)]
    .map((id) => store.get("EnvVar", id, { projectId }))
    .filter((envVar) => envVar !== undefined);
  for (const envVar of gone) store.remove("EnvVar", envVar);
  return call.reply({ deleted: gone.length, ids: gone.map(({ id }) => id) });
};
