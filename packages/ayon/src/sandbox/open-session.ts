import type { Call, OperationShape } from "@fairlead/sandbox";
import type { Session, User } from "./entities.ts";
import { writeEvent } from "./write-event.ts";

/** How long a session holds, counted from its beginning: the server's 72 hours, which are not prolonged by use here. */
const lifetimeMs = 72 * 60 * 60 * 1000;

/**
 * Opens a session for a user. People leave an event by it, services none.
 * @param message - What the event says. @default that a session was opened
 */
export function openSession(
  call: Pick<Call<OperationShape>, "store" | "clock">,
  user: User,
  message = `A session was opened for ${user.name}`,
): Session {
  const expiresAt = new Date(call.clock.now() + lifetimeMs).toISOString();
  const session = call.store.create("Session", { userName: user.name, expiresAt }) as Session;
  if (user.data.isService !== true) writeEvent(call, { topic: "auth.login", user: user.name, description: message });
  return session;
}
