import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findBranch, findProject } from "../../lookups.ts";

/** The assets of a branch that the project has; an unknown branch is refused, because an empty list would hide it. */
export const listAssets: Hook<operations["listAssets"]> = (call, next) => {
  const branch = findBranch(call, findProject(call, call.path.projectId), call.query.branchId);
  Object.assign(call.query, { branchId: branch.id });
  return next();
};
