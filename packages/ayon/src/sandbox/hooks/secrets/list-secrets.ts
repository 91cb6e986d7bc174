import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandManager, isAdmin } from "../../caller.ts";
import type { Secret } from "../../secrets/secret.ts";

/** The secrets, with their values for administrators only. Those of the server itself begin with an underscore. */
export const listSecrets: Hook<operations["listSecrets"]> = async (call) => {
  const caller = await demandManager(call);
  const secrets = (call.store.list("Secret") as readonly Secret[]).filter(({ name }) => !name.startsWith("_"));
  return call.reply(isAdmin(caller) ? secrets : secrets.map(({ name }) => ({ name })));
};
