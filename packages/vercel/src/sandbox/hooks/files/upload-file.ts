import type { Hook, StoredFile } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";

/** Keeps bytes for the account under their SHA-1. The second time, the answer has no member. */
export const uploadFile: Hook<operations["uploadFile"]> = async (call) => {
  const { accountId } = accountOf(call);
  // A raw body is a Blob by its type in the document, and a stored file in the sandbox.
  const body = call.body as unknown as StoredFile;
  const sha = call.header["x-vercel-digest"] ?? call.header["x-now-digest"];
  if (sha === undefined) throw call.refuse(400, "The header x-vercel-digest is missing");
  if (body.sha1 !== sha) throw call.refuse(400, `The bytes have the SHA-1 ${body.sha1}, and the header says ${sha}`);
  const { sha256, size } = await call.files.put(body.blob, { type: body.type });
  if (call.store.get("File", sha, { accountId }) !== undefined) return call.reply({});
  call.store.create("File", { sha, accountId, content: sha256, size });
  return call.reply({ urls: [] });
};
