import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandAdmin } from "../../caller.ts";

/** Takes a secret away. There is nothing to complain about where there is none. */
export const deleteSecret: Hook<operations["deleteSecret"]> = async (call) => {
  await demandAdmin(call);
  const secret = call.store.get("Secret", call.path.name);
  if (secret !== undefined) call.store.remove("Secret", secret);
  return { status: 204 };
};
