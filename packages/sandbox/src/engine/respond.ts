import { serveFile } from "../files/serve-file.ts";
import type { Answer } from "./answer.ts";

/** Turns an answer into a response; a HEAD request gets its headers alone. */
export function respond(request: Request, answer: Answer, headers: Readonly<Record<string, string>>): Response {
  const { status, json, text, file } = answer;
  if (file !== undefined) return serveFile(file, request, headers, status);
  const body = json === undefined ? text : JSON.stringify(json);
  if (body === undefined) return new Response(null, { status, headers });
  if (request.method === "HEAD")
    return new Response(null, { status, headers: { ...headers, "content-length": String(new Blob([body]).size) } });
  return new Response(body, { status, headers });
}
