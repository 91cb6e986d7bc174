import { Refusal } from "../engine/refusal.ts";
import type { FileStore } from "../files/file-store.ts";
import type { StoredFile } from "../files/stored-file.ts";
import type { Limits } from "../limits.ts";
import type { OperationTable } from "../tables/tables.ts";
import { type FormFields, toFields } from "./form-fields.ts";
import { essenceOf, isJson, matchMediaType, parseMediaType } from "./media-type.ts";
import { parseJson } from "./parse-json.ts";
import { readMultipart } from "./read-multipart.ts";
import { readText } from "./read-text.ts";
import { receiveChunks } from "./receive-chunks.ts";

/** A body that was read. `mediaType` is the key under which the operation declares it. */
export type ReadBody =
  | { readonly kind: "none" }
  | { readonly kind: "json"; readonly mediaType: string; readonly value: unknown }
  | { readonly kind: "form"; readonly mediaType: string; readonly fields: FormFields }
  | { readonly kind: "bytes"; readonly mediaType: string; readonly file: StoredFile };

/**
 * Reads the body of a request as its operation declares it; what no body is declared for is not read. Under a declared
 * range of types, such as `image/*`, any body is bytes.
 * @throws {Refusal} 400, it is malformed; 413, it is too large; 415, its type is not declared.
 * @throws {SandboxLimitError} The store has no room for its files.
 * @throws What the body's stream throws, when the client has gone.
 */
export async function readBody(
  request: Request,
  body: OperationTable["body"],
  limits: Limits,
  store: FileStore,
): Promise<ReadBody> {
  if (body === undefined || request.method === "GET" || request.method === "HEAD") return { kind: "none" };
  const declared = Object.keys(body.content);
  const header = request.headers.get("content-type");
  if (header === null) return readUntyped(request, declared, limits, store);
  const type = parseMediaType(header);
  const mediaType = type && matchMediaType(type.essence, declared);
  if (type === undefined || mediaType === undefined) return refuseUnlessEmpty(request, header, declared);
  if (essenceOf(mediaType) !== type.essence) return readBytes(request, mediaType, header, limits, store);
  if (isJson(type.essence)) {
    refuseCharset(type.charset, "JSON");
    return readJson(request, mediaType, limits);
  }
  if (type.essence === "application/x-www-form-urlencoded") {
    refuseCharset(type.charset, "An urlencoded form");
    const text = await readText(receiveChunks(request, limits.jsonBytes, "an urlencoded form"), "body");
    return text === undefined
      ? { kind: "none" }
      : { kind: "form", mediaType, fields: toFields(new URLSearchParams(text)) };
  }
  if (type.essence !== "multipart/form-data") return readBytes(request, mediaType, header, limits, store);
  if (isEmpty(request)) return { kind: "none" };
  const chunks = receiveChunks(request, limits.bodyBytes, "a form");
  return { kind: "form", mediaType, fields: await readMultipart(chunks, header, limits, store) };
}

/** Without a type the body is taken for JSON where nothing else is declared, else for bytes where those are. */
async function readUntyped(
  request: Request,
  declared: readonly string[],
  limits: Limits,
  store: FileStore,
): Promise<ReadBody> {
  const binary = matchMediaType("application/octet-stream", declared);
  if (isEmpty(request)) return { kind: "none" };
  const json = declared.every((key) => isJson(essenceOf(key))) ? declared[0] : undefined;
  if (json === undefined && binary !== undefined) return readBytes(request, binary, undefined, limits, store);
  if (json === undefined) return refuseUnlessEmpty(request, null, declared);
  try {
    return await readJson(request, json, limits);
  } catch (error) {
    if (error instanceof Refusal && error.status === 400) throw wrongType(null, declared);
    throw error;
  }
}

async function readJson(request: Request, mediaType: string, limits: Limits): Promise<ReadBody> {
  const text = await readText(receiveChunks(request, limits.jsonBytes, "a JSON body"), "body");
  return text === undefined ? { kind: "none" } : { kind: "json", mediaType, value: parseJson(text) };
}

async function readBytes(
  request: Request,
  mediaType: string,
  type: string | undefined,
  limits: Limits,
  store: FileStore,
): Promise<ReadBody> {
  const writer = store.writer();
  try {
    for await (const chunk of receiveChunks(request, limits.bodyBytes, "a body")) await writer.write(chunk);
    if (writer.size === 0 && type === undefined) return { kind: "none" };
    return { kind: "bytes", mediaType, file: await writer.finish(type === undefined ? {} : { type }) };
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/** Clients that say a type although they send nothing are common. */
async function refuseUnlessEmpty(
  request: Request,
  type: string | null,
  declared: readonly string[],
): Promise<ReadBody> {
  if (isEmpty(request)) return { kind: "none" };
  if (request.headers.has("content-length")) throw wrongType(type, declared);
  for await (const chunk of receiveChunks(request, Number.POSITIVE_INFINITY, "a body"))
    if (chunk.length > 0) throw wrongType(type, declared);
  return { kind: "none" };
}

/** Whether it is sure that no body follows. The stream is not touched where the header tells. */
function isEmpty(request: Request): boolean {
  const length = request.headers.get("content-length");
  return length === null ? request.body === null : Number(length) === 0;
}

function refuseCharset(charset: string | undefined, what: string): void {
  if (charset === undefined || charset === "utf-8" || charset === "utf8" || charset === "us-ascii") return;
  throw new Refusal(415, `${what} must be UTF-8, but the Content-Type says charset=${charset.slice(0, 40)}`);
}

function wrongType(type: string | null, declared: readonly string[]): Refusal {
  const taken = declared.join(", ");
  const told = type === null ? "The request says no Content-Type" : `The Content-Type is ${type.slice(0, 100)}`;
  return new Refusal(415, `${told}; this operation takes ${taken}`);
}
