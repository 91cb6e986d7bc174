import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findAsset } from "../../lookups.ts";

/** The bytes of an asset, if the path has the name of its file. */
export const getAssetFile: Hook<operations["getAssetFile"]> = (call) => {
  const { assetId, filename } = call.path;
  const { file, content, id } = findAsset(call, assetId, call.query.branchId);
  const stored = content === null ? undefined : call.files.get(content);
  if (!file || stored === undefined) throw call.refuse(404, `Asset ${id} has no file`);
  if (file.filename !== filename) throw call.refuse(404, `The file of asset ${id} is called ${file.filename}`);
  return { status: 200, file: stored, headers: { "content-type": "application/octet-stream" } };
};
