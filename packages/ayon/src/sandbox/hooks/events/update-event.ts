import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { withoutNulls } from "../../attrib.ts";
import { demandMember, isAdmin, isManager } from "../../caller.ts";
import type { Event, User } from "../../entities.ts";

type Update = operations["updateEvent"];

/** Installations from an address, which people may start again. */
const restartable = ["installer.install_from_url", "dependency_package.install_from_url", "addon.install_from_url"];

/** What the launcher does for a user, who reports on it. */
const ofUsers = ["action.launcher"];

/** Changes an event, as far as the caller may. Progress is for WebSocket clients alone, which a sandbox has not. */
export const updateEvent: Hook<Update> = async (call) => {
  const caller = await demandMember(call);
  const { store, body } = call;
  const event = store.get("Event", call.path.event_id) as Event | undefined;
  if (event === undefined) throw call.refuse(404, "No event has this id");
  const { status, sender, description, summary, payload, retries } = body;
  if (status && status !== event.status && !maySetStatus(caller, event))
    throw call.refuse(403, `${caller.name} may not change the status of this event`);
  checkUser(call, caller, event);
  const project = body.projectName || body.project;
  const user = body.user || event.user || caller.name;
  store.update("Event", event, withoutNulls({ sender, project, user, status, description, summary, payload, retries }));
  return { status: 204 };
};

/** Services set any status; others that of work and of installations, and of what they have started themselves. */
function maySetStatus(caller: User, { topic, user, dependsOn }: Event): boolean {
  if (ofUsers.includes(topic)) return user === caller.name || isAdmin(caller);
  return caller.data.isService === true || dependsOn !== null || restartable.includes(topic);
}

/** @throws {Refusal} 403, the event is somebody else's, or is to become so, and the caller is no manager. */
function checkUser({ body, refuse }: Call<Update>, caller: User, { user }: Event): void {
  if (isManager(caller)) return;
  if (user !== caller.name) throw refuse(403, "The event is somebody else's");
  if (body.user && body.user !== caller.name) throw refuse(403, "The event can't be given to somebody else");
}
