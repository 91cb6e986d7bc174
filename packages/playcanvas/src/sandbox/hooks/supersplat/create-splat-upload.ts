import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import type { SplatUpload } from "../../entities.ts";
import { dayMs, maxFileBytes, partBytes } from "./upload-limits.ts";

type Creation = operations["createSplatUpload"];

/** An upload that takes parts for a day. */
export const createSplatUpload: Hook<Creation> = (call, next) => {
  const { sourceFormat, contentLength = null, title = "Untitled splat", description = "", softwareTools } = call.body;
  if (contentLength !== null && contentLength > maxFileBytes)
    throw call.refuse(413, `The file has ${contentLength} bytes; the account may send ${maxFileBytes}`);
  const upload: Omit<SplatUpload, "id" | "status" | "uploadedParts"> = {
    sourceFormat,
    contentLength,
    title,
    description,
    ...(softwareTools !== undefined && { softwareTools }),
    partSize: partBytes,
    expiresAt: new Date(call.clock.now() + dayMs).toISOString(),
    offered: [],
    splatId: null,
  };
  call.body = upload as unknown as Call<Creation>["body"];
  return next();
};
