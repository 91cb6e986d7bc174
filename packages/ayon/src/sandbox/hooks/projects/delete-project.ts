import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandManager } from "../../caller.ts";

/** Removes a project with all that is in it; for managers only. */
export const deleteProject: Hook<operations["deleteProject"]> = async (call, next) => {
  await demandManager(call);
  return next();
};
