import type { Hook } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import { partUrlMs } from "./upload-limits.ts";
import { findUpload, partKey, uploadNow } from "./upload-state.ts";

/** An address for each part, while the upload takes parts. */
export const createSplatUploadPartUrls: Hook<operations["createSplatUploadPartUrls"]> = (call) => {
  const upload = findUpload(call, call.path.uploadId);
  const { status } = uploadNow(call, upload);
  if (status !== "created" && status !== "uploading") throw call.refuse(409, `Upload ${upload.id} is ${status}`);
  const parts = [...new Set(call.body.parts)];
  const endsAt = Math.min(call.clock.now() + partUrlMs, Date.parse(upload.expiresAt));
  const urls = parts.map((partNumber) => ({
    partNumber,
    url: call.files.uploadUrl(partKey(upload, partNumber), { expiresAt: endsAt, maxBytes: upload.partSize }),
    expiresAt: new Date(endsAt).toISOString(),
  }));
  call.store.update("SplatUpload", upload, { offered: [...new Set([...upload.offered, ...parts])] });
  const made: components["schemas"]["SplatPartUrls"] = { uploadId: upload.id, partSize: upload.partSize, urls };
  return call.reply(made);
};
