import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findAsset } from "../../lookups.ts";

/** The asset as it stands on the branch, whichever of its names that has. */
export const getAsset: Hook<operations["getAsset"]> = (call, next) => {
  const { branchId } = findAsset(call, call.path.assetId, call.query.branchId);
  Object.assign(call.query, { branchId });
  return next();
};
