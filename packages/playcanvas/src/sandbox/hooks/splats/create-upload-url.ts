import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { account } from "../../account.ts";

/** How long the address works, in milliseconds. */
const expiresMs = 15 * 60 * 1000;

/** An address in storage for one file. */
export const createUploadUrl: Hook<operations["createUploadUrl"]> = (call) => {
  const { fileName = call.body.filename } = call.body;
  if (fileName === undefined) throw call.refuse(400, "Name the file in fileName");
  const name = fileName.split(/[/\\]/).findLast((part) => part !== "") ?? "file";
  const s3Key = `uploads/${account.id}/${name}`;
  return call.reply({ signedUrl: call.files.uploadUrl(s3Key, { expiresAt: call.clock.now() + expiresMs }), s3Key });
};
