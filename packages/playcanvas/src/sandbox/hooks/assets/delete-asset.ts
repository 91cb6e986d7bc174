import type { Hook, Store } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import type { Asset } from "../../entities.ts";
import { findAsset } from "../../lookups.ts";

/** A folder takes with it what it holds. */
export const deleteAsset: Hook<operations["deleteAsset"]> = (call, next) => {
  const asset = findAsset(call, call.path.assetId, call.query.branchId);
  Object.assign(call.query, { branchId: asset.branchId });
  removeHeld(call.store, asset);
  return next();
};

function removeHeld(store: Store, { id, branchId }: Asset): void {
  for (const held of store.list("Asset", { branchId, parent: id }) as readonly Asset[]) {
    removeHeld(store, held);
    store.remove("Asset", held);
  }
}
