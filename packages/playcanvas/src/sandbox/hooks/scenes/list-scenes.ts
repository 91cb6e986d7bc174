import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findBranch, findProject } from "../../lookups.ts";

/** The scenes of a branch, by default the main one. */
export const listScenes: Hook<operations["listScenes"]> = (call, next) => {
  const branch = findBranch(call, findProject(call, call.path.projectId), call.query.branchId);
  Object.assign(call.query, { branchId: branch.id });
  return next();
};
