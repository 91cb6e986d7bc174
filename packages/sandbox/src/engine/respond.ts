import { serveFile } from "../files/serve-file.ts";
import type { Answer } from "./answer.ts";
import { type StreamEnds, streamBody } from "./stream-body.ts";

/** Makes responses: the platform's own class, or one that a server sends faster. */
export type ResponseClass = new (body: BodyInit | null, init: ResponseInit) => Response;

/**
 * Turns an answer into a response; a HEAD request gets its headers alone.
 * @param ends - What ends a stream.
 */
export function respond(
  request: Request,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
  ends: StreamEnds,
  Made: ResponseClass = Response,
): Response {
  const { status, json, text, file, stream } = answer;
  if (file !== undefined) return serveFile(file, request, headers, status);
  if (stream !== undefined && request.method !== "HEAD") return new Made(streamBody(stream, ends), { status, headers });
  const body = json === undefined ? text : JSON.stringify(json);
  if (body === undefined) return new Made(null, { status, headers });
  if (request.method === "HEAD")
    return new Made(null, { status, headers: { ...headers, "content-length": String(new Blob([body]).size) } });
  return new Made(body, { status, headers });
}
