import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { describeFile, keepSent, measure } from "../../asset-file.ts";
import { assetData, assetType } from "../../asset-type.ts";
import type { Asset } from "../../entities.ts";
import { findBranch, findProject } from "../../lookups.ts";
import { readParent } from "./read-parent.ts";

type Creation = operations["createAsset"];

/** A new asset; its file is kept as it came, so `pow2` resizes nothing and no asset is ever `processing`. */
export const createAsset: Hook<Creation> = async (call, next) => {
  const { name, projectId, branchId, parent, preload = false, filename, type } = call.body;
  const file = await keepSent(call.files, call.body.file);
  const branch = findBranch(call, findProject(call, projectId), branchId);
  const kind = type ?? assetType(filename ?? (file?.name || name));
  const members = {
    projectId,
    branchId: branch.id,
    name,
    type: kind,
    parent: readParent(call, branch, parent),
    preload,
    data: assetData(kind),
    content: file?.sha256 ?? null,
  };
  call.body = members as unknown as Call<Creation>["body"];
  const answer = await next();
  if (file === undefined) return answer;
  const asset = answer.json as Asset;
  const described = describeFile(asset, filename ?? (file.name || name), measure(file));
  return { ...answer, json: call.store.update("Asset", asset, { file: described }) };
};
