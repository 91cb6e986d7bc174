import type { BodyParser } from "../operation-row.ts";
import { readBody } from "./read-body.ts";

/** More than any timer holds, so no limit. A plain literal: bundlers keep what computes something, even if unused. */
const NO_LIMIT_MS = 1e15;

/** Gives a 2xx as a `Blob` of the answer's media type. The call has no limit in all, and the file none in size. */
export const asBlob: BodyParser = {
  totalMs: NO_LIMIT_MS,
  async parse(call, deadline, response) {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    await readBody(call, deadline, response, (chunk) => chunk && chunks.push(chunk));
    return new Blob(chunks, { type: response.headers.get("content-type") ?? "" });
  },
};
