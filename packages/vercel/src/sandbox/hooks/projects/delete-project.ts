import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";

/** Removes a project; what belongs to it hangs on it and goes along. */
export const deleteProject: Hook<operations["deleteProject"]> = (call) => {
  call.store.remove("Project", projectInAccount(call, call.path.idOrName));
  return { status: 204 };
};
