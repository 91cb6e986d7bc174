import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";
import type { Event } from "../../entities.ts";
import { accessProject } from "../../project-access.ts";

/** Gives an event to everybody but guests, and one of a project to those who have access to that project. */
export const getEvent: Hook<operations["getEvent"]> = async (call, next) => {
  await demandMember(call);
  const { project } = (call.store.get("Event", call.path.event_id) ?? {}) as Partial<Event>;
  // An event outlives its project, and is anybody's then.
  if (project && call.store.get("Project", project) !== undefined) await accessProject(call, project);
  return next();
};
