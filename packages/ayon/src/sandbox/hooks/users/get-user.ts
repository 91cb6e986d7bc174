import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember, isManager } from "../../caller.ts";
import type { User } from "../../entities.ts";
import { visibleUser } from "../../visible-user.ts";

/** Gives all of a user to managers and to the user, and the name and full name to others; guests may not ask. */
export const getUser: Hook<operations["getUser"]> = async (call) => {
  const caller = await demandMember(call);
  const { user_name } = call.path;
  const user = call.store.get("User", user_name) as User | undefined;
  if (user === undefined) throw call.refuse(404, `No user is called ${user_name}`);
  if (isManager(caller) || caller.name === user.name) return call.reply(visibleUser(user, caller));
  const { fullName } = user.attrib;
  const now = call.timestamp();
  // What the server itself sends for the rest: nothing, and times of the moment.
  return call.reply({
    name: user.name,
    attrib: { ...(fullName && { fullName }) },
    data: {},
    active: user.active,
    ownAttrib: [],
    createdAt: now,
    updatedAt: now,
  });
};
