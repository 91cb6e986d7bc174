import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import type { Session } from "../../entities.ts";
import { writeEvent } from "../../write-event.ts";

/** Ends the session of the token. It is kept as an ended one: a token that nobody issued would be let in. */
export const logout: Hook<operations["logout"]> = (call) => {
  const session = call.store.get("Session", call.actor.token ?? "") as Session | undefined;
  if (session !== undefined) {
    call.store.update("Session", session, { expiresAt: call.timestamp() });
    const { userName: user } = session;
    writeEvent(call, { topic: "auth.logout", user, description: `A session of ${user} was ended` });
  }
  return call.reply({ detail: "The session has ended" });
};
