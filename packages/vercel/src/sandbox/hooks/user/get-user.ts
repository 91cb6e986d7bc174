import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { credentialOf, userOf } from "../../account.ts";

/** The user of the token, wrapped; a token for one team sees little of it. */
export const getUser: Hook<operations["getUser"]> = (call) => {
  const user = userOf(call);
  if (!credentialOf(call)?.teamId) return call.reply({ user });
  const { id, email, name, username, avatar, defaultTeamId } = user;
  return call.reply({ user: { limited: true, id, email, name, username, avatar, defaultTeamId } });
};
