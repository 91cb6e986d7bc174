import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";

/** Ends the session of the token. It is kept as an ended one: a token that nobody issued would be let in. */
export const logout: Hook<operations["logout"]> = (call) => {
  const session = call.store.get("Session", call.actor.token ?? "");
  if (session !== undefined) call.store.update("Session", session, { expiresAt: call.timestamp() });
  return call.reply({ detail: "The session has ended" });
};
