import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findProject } from "../../lookups.ts";

/** The app that the project names as its primary one. */
export const getPrimaryApp: Hook<operations["getPrimaryApp"]> = (call) => {
  const { id, primary_app } = findProject(call, call.path.projectId);
  if (primary_app === null) throw call.refuse(404, `Project ${id} has no primary app`);
  const app = call.store.get("App", primary_app, { project_id: id });
  if (app === undefined) throw call.refuse(404, `App ${primary_app} does not exist`);
  return call.reply(app);
};
