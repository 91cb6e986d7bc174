import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { callerOf } from "../../caller.ts";
import { visibleUser } from "../../visible-user.ts";

/** The user of the credential. */
export const getCurrentUser: Hook<operations["getCurrentUser"]> = async (call) => {
  const caller = await callerOf(call);
  return call.reply(visibleUser(caller, caller));
};
