import { contentDisposition } from "./content-disposition.ts";
import { readRange } from "./range.ts";
import type { StoredFile } from "./stored-file.ts";

/**
 * The response that sends a file: whole, one range of it, its headers alone, or nothing where the client has it.
 * @param headers - Further headers, names in lower case; they win over the file's own type and name.
 * @param status - Of a whole file. Another than 200 switches ranges and conditions off.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function serveFile(
  file: StoredFile,
  request: Request,
  headers: Readonly<Record<string, string>> = {},
  status: number = 200,
): Response {
  const etag = `"${file.md5}"`;
  const head = request.method === "HEAD";
  const disposition = contentDisposition(file.name);
  const all: Record<string, string> = {
    "content-type": file.type,
    ...(disposition !== undefined && { "content-disposition": disposition }),
    ...headers,
    etag,
    "content-length": String(file.size),
  };
  if (status !== 200 || (request.method !== "GET" && !head)) return new Response(file.blob, { status, headers: all });

  all["accept-ranges"] = "bytes";
  if (names(request.headers.get("if-none-match"), etag)) {
    const { "content-length": _length, "content-type": _type, ...kept } = all;
    return new Response(null, { status: 304, headers: kept });
  }
  const condition = request.headers.get("if-range");
  const range =
    head || (condition !== null && condition !== etag) ? undefined : readRange(request.headers.get("range"), file.size);
  if (range === undefined) return new Response(head ? null : file.blob, { status, headers: all });
  if (range === "none") {
    const { "content-type": _type, "content-disposition": _name, ...kept } = all;
    return new Response(null, {
      status: 416,
      headers: { ...kept, "content-length": "0", "content-range": `bytes */${file.size}` },
    });
  }
  const { start, end } = range;
  return new Response(file.blob.slice(start, end + 1), {
    status: 206,
    headers: {
      ...all,
      "content-length": String(end - start + 1),
      "content-range": `bytes ${start}-${end}/${file.size}`,
    },
  });
}

/** Whether a list of entity tags names this one, weak or strong. */
function names(list: string | null, etag: string): boolean {
  return (list ?? "").split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}
