import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { DecodeError } from "../errors/decode-error.ts";
import type { OperationRow } from "../operation-row.ts";
import { parseJson } from "./json.ts";
import { readBody, textOf } from "./read-body.ts";

/** Characters of a body that a {@link DecodeError} keeps: the head of a page, with its title. */
const MAX_EXCERPT = 1024;

/** Bytes of a JSON or text body: above any page that we know of, and small enough to survive a decompression bomb. */
const MAX_TEXT_BYTES = 100 * 1024 * 1024;

/**
 * Reads the body of a 2xx as the row declares it; `undefined` where there is none.
 * @throws {DecodeError} The body is not what the document declares, or is larger than 100 MiB of text.
 */
export async function decode(
  call: Call,
  deadline: Deadline,
  response: Response,
  parse: OperationRow["parse"],
): Promise<unknown> {
  if (parse === "none" || response.status === 204 || response.status === 205 || call.target.method === "HEAD") {
    response.body?.cancel().catch(() => {});
    return undefined;
  }
  const isFile = parse === "binary";
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const isWhole = await readBody(call, deadline, response, isFile ? Number.POSITIVE_INFINITY : MAX_TEXT_BYTES, chunks);
  const { status } = response;
  const contentType = response.headers.get("content-type");
  if (isFile) return new Blob(chunks, { type: contentType ?? "" });
  const text = isWhole ? textOf(chunks) : "";
  if (isWhole && (!text || parse === "text")) return text || undefined;
  try {
    return parseJson(text);
  } catch {
    const start = call.scrub(text).slice(0, MAX_EXCERPT);
    const what = isWhole ? `no JSON, but ${contentType} ${JSON.stringify(start.slice(0, 60))}` : "more than 100 MiB";
    const message = call.message(`${status}, and the body is ${what}; check baseUrl`);
    throw new DecodeError(message, { ...call.facts(), status, contentType }, start);
  }
}
