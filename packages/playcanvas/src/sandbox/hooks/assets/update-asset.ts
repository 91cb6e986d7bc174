import type { Call, Hook, StoredFile } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { describeFile, keepSent, measure } from "../../asset-file.ts";
import type { Asset, Branch } from "../../entities.ts";
import { findAsset, type Place } from "../../lookups.ts";
import { readParent } from "./read-parent.ts";

type Update = operations["updateAsset"];

/** New content, a new name or another folder; a new name is the name of the file as well. */
export const updateAsset: Hook<Update> = async (call, next) => {
  const { branchId, projectId, name, parent } = call.body;
  const asset = findAsset(call, call.path.assetId, branchId);
  if (projectId !== undefined && projectId !== asset.scope.id)
    throw call.refuse(404, `Asset ${asset.id} is not in project ${projectId}`);
  const sent = await keepSent(call.files, call.body.file);
  const changes = {
    branchId: asset.branchId,
    ...(name !== undefined && { name }),
    ...(parent !== undefined && { parent: readNewParent(call, asset, parent) }),
    ...(sent !== undefined && { content: sent.sha256 }),
    file: changedFile(asset, name, sent),
  };
  call.body = changes as unknown as Call<Update>["body"];
  return next();
};

function changedFile(asset: Asset, name: string | undefined, sent: StoredFile | undefined): Asset["file"] {
  const { file } = asset;
  if (sent !== undefined)
    return describeFile(asset, name ?? file?.filename ?? (sent.name || asset.name), measure(sent));
  if (!file) return null;
  return name === undefined ? file : { ...file, ...describeFile(asset, name, file) };
}

/** @throws {Refusal} 404 or 400 as `readParent`; 400, the folder would hold itself. */
function readNewParent(place: Place, asset: Asset, parent: number | "null"): number | null {
  const { store, refuse } = place;
  const branch = store.get("Branch", asset.branchId) as Branch;
  const folder = readParent(place, branch, parent);
  for (let id = folder; id !== null; ) {
    if (id === asset.id) throw refuse(400, `Folder ${asset.id} can't be moved into itself`);
    id = (store.get("Asset", id, { branchId: branch.id }) as Asset | undefined)?.parent ?? null;
  }
  return folder;
}
