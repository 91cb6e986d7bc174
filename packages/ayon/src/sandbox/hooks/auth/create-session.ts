import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";
import type { User } from "../../entities.ts";
import { openSession } from "../../open-session.ts";
import { visibleUser } from "../../visible-user.ts";

/** A further session of the caller, or for a service one of any user. Where it was opened from the sandbox never knows. */
export const createSession: Hook<operations["createSession"]> = async (call) => {
  const caller = await demandMember(call);
  const { store, clock, body } = call;
  const user = body.userName && body.userName !== caller.name ? userFor(body.userName) : caller;
  if (!user.active) throw call.refuse(403, `${user.name} may not log in`);
  const now = clock.now();
  const { token } = openSession(call, user, body.message || undefined);
  return call.reply({
    user: visibleUser(user, caller),
    token,
    created: now / 1000,
    lastUsed: now / 1000,
    isService: false,
    isApiKey: false,
    clientInfo: null,
  });

  /** @throws {Refusal} 403, the caller is no service; 404, there is no such user. */
  function userFor(name: string): User {
    if (caller.data.isService !== true) throw call.refuse(403, "Only services may open a session for somebody else");
    const found = store.get("User", name) as User | undefined;
    if (found === undefined) throw call.refuse(404, `No user is called ${name}`);
    return found;
  }
};
