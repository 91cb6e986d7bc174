import { receiveChunks } from "../body/receive-chunks.ts";
import { corsHeaders, optionsAnswer } from "../engine/cors.ts";
import { problem } from "../engine/problem.ts";
import { Refusal } from "../engine/refusal.ts";
import { SandboxLimitError } from "../limits.ts";
import type { Clock } from "../session/clock.ts";
import type { FileBook, Upload } from "./file-book.ts";
import type { FileStore } from "./file-store.ts";
import { serveFile } from "./serve-file.ts";

/**
 * The answer at an address that {@link filesOf} gave out; undefined for any other path.
 * @param path - Without the session's prefix.
 */
export function answerFileRequest(
  request: Request,
  path: string,
  book: FileBook,
  store: FileStore,
  clock: Clock,
): Promise<Response> | undefined {
  const [, place, ticket = ""] = /^\/__sandbox__\/(files|uploads)\/([^/]+)(?:\/[^/]*)?$/.exec(path) ?? [];
  if (place === undefined) return undefined;
  return place === "files"
    ? answerDownload(request, ticket, book, clock)
    : answerUpload(request, ticket, book, store, clock);
}

async function answerDownload(request: Request, ticket: string, book: FileBook, clock: Clock): Promise<Response> {
  const refused = refuseMethod(request, ["GET", "HEAD"]);
  if (refused !== undefined) return refused;
  const download = book.download(ticket);
  if (download === undefined) return unknown("download");
  if (isOver(download, clock)) return expired("download");
  return serveFile(download.file, request, corsHeaders);
}

async function answerUpload(
  request: Request,
  ticket: string,
  book: FileBook,
  store: FileStore,
  clock: Clock,
): Promise<Response> {
  const refused = refuseMethod(request, ["PUT"]);
  if (refused !== undefined) return refused;
  const upload = book.upload(ticket);
  if (upload === undefined) return unknown("upload");
  if (isOver(upload, clock)) return expired("upload");
  try {
    const etag = await receive(request, upload, book, store);
    return new Response(null, { status: 200, headers: { ...corsHeaders, etag, "content-length": "0" } });
  } catch (error) {
    if (error instanceof Refusal) return problem(error.status, "The upload is too large", error.message, corsHeaders);
    if (!(error instanceof SandboxLimitError)) throw error;
    return problem(507, "A limit of the sandbox is reached", error.message, {
      ...corsHeaders,
      "x-sandbox-error": "limit",
    });
  }
}

/** Keeps the body for the key and gives its entity tag. */
async function receive(request: Request, { key, maxBytes }: Upload, book: FileBook, store: FileStore): Promise<string> {
  const most = Math.min(maxBytes ?? Number.POSITIVE_INFINITY, store.limits.bodyBytes);
  const writer = store.writer();
  try {
    for await (const chunk of receiveChunks(request, most, "this upload")) await writer.write(chunk);
    const type = request.headers.get("content-type");
    const file = await writer.finish(type === null ? {} : { type });
    book.receive(key, file);
    return `"${file.md5}"`;
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

function isOver({ expiresAt }: { readonly expiresAt: number | undefined }, clock: Clock): boolean {
  return expiresAt !== undefined && clock.now() >= expiresAt;
}

function refuseMethod(request: Request, methods: readonly string[]): Response | undefined {
  if (methods.includes(request.method)) return undefined;
  if (request.method === "OPTIONS") return optionsAnswer(request, methods);
  const allow = methods.join(", ");
  return problem(405, "Wrong method", `${request.method} came; this address takes ${allow}.`, {
    ...corsHeaders,
    allow,
  });
}

function unknown(what: string): Response {
  const detail = `This session gave out no such ${what} address. It may be of another session, or of one that was reset.`;
  return problem(404, `Unknown ${what} address`, detail, corsHeaders);
}

function expired(what: string): Response {
  const detail = `This ${what} address is no longer valid by the session's clock. Ask the API for a new one.`;
  return problem(403, `Expired ${what} address`, detail, corsHeaders);
}
