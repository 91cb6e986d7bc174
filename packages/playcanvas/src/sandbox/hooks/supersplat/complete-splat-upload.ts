import type { Answer, Call, Hook, StoredFile } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import type { Splat, SplatUpload } from "../../entities.ts";
import { beginWork } from "../../splat-work.ts";
import { maxFileBytes } from "./upload-limits.ts";
import { findUpload, partKey, uploadNow } from "./upload-state.ts";

type Completion = Call<operations["completeSplatUpload"]>;

/** Makes the splat of an upload, once: 201, and 200 for every repeat. */
export const completeSplatUpload: Hook<operations["completeSplatUpload"]> = async (call) => {
  const upload = findUpload(call, call.path.uploadId);
  if (upload.splatId !== null) return completion(call, upload, upload.splatId, 200);
  const { status, uploadedParts } = uploadNow(call, upload);
  if (status === "canceled") throw call.refuse(409, `Upload ${upload.id} has expired`);
  const parts = checkedParts(call, upload);
  const file = await call.files.put(new Blob(parts.map(({ blob }) => blob)), {
    name: `${upload.id}.${upload.sourceFormat}`,
  });
  const { title, description } = upload;
  const work = beginWork(call.clock.now(), "sog", file.size);
  const splat = call.store.create("Splat", { title, description, work }) as Splat;
  const viewerUrl = `https://view.example.com/scene/${splat.id}`;
  call.store.update("Splat", splat, { viewerUrl });
  call.store.update("SplatUpload", upload, { status: "completed", splatId: splat.id, uploadedParts });
  return completion(call, upload, splat.id, 201);
};

/** @throws {Refusal} 400, tags or sizes are wrong; 409, parts are missing; 413, they are too large together. */
function checkedParts({ body, files, refuse }: Completion, upload: SplatUpload): StoredFile[] {
  const named = [...body.parts].sort((a, b) => a.partNumber - b.partNumber);
  const parts = named.map(({ partNumber, etag }, index) => {
    if (named[index - 1]?.partNumber === partNumber) throw refuse(400, `Part ${partNumber} is named twice`);
    if (partNumber !== index + 1) throw refuse(409, `Part ${index + 1} is missing`);
    const file = files.received(partKey(upload, partNumber));
    if (file === undefined) throw refuse(409, `Part ${partNumber} has not arrived`);
    if (etag.replaceAll('"', "") !== file.md5) throw refuse(400, `Part ${partNumber} has another tag`);
    if (index < named.length - 1 && file.size < upload.partSize)
      throw refuse(
        400,
        `Part ${partNumber} has ${file.size} bytes; only the last may be smaller than ${upload.partSize}`,
      );
    return file;
  });
  const bytes = parts.reduce((sum, { size }) => sum + size, 0);
  if (bytes > maxFileBytes) throw refuse(413, `The parts have ${bytes} bytes; the account may send ${maxFileBytes}`);
  if (upload.contentLength !== null && bytes !== upload.contentLength)
    throw refuse(409, `${bytes} of ${upload.contentLength} bytes have arrived`);
  return parts;
}

function completion(call: Completion, { id }: SplatUpload, splatId: string, status: number): Answer {
  const made: components["schemas"]["SplatCompletion"] = {
    uploadId: id,
    status: "completed",
    splatId,
    editUrl: `https://view.example.com/scene/${splatId}/edit`,
  };
  return call.reply(made, { status, headers: { location: `/api/supersplat/v1/splats/${splatId}` } });
}
