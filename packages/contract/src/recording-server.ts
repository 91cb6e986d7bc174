import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it came in over the socket. */
export interface RecordedRequest {
  method: string;
  /** Path and query, as sent. */
  url: string;
  /** Lower-case names; without what the HTTP library of Node adds by itself. */
  headers: Record<string, string>;
  body: string;
}

/** A server on loopback that keeps what it was sent and answers each request the same. */
export interface RecordingServer extends AsyncDisposable {
  url: string;
  requests: RecordedRequest[];
}

/** Headers that undici adds to every request; they say nothing about our client. */
const ofTheLibrary = [
  "host",
  "connection",
  "accept-language",
  "accept-encoding",
  "sec-fetch-mode",
  "content-length",
  "transfer-encoding",
];

/** Starts a server that answers every request with the status and the JSON body. */
export async function recordRequests(status: number, body?: unknown): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const server: Server = createServer(async (request, response) => {
    requests.push(await record(request));
    const text = body === undefined ? undefined : JSON.stringify(body);
    response.writeHead(status, text === undefined ? {} : { "content-type": "application/json" }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Reads one request; a multipart boundary, which is random, becomes the word BOUNDARY. */
async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => !ofTheLibrary.includes(name))
      .map(([name, value]) => [name, String(value)]),
  );
  let body = Buffer.concat(chunks).toString("latin1");
  const boundary = /boundary=(\S+)/.exec(headers["content-type"] ?? "")?.[1];
  if (boundary !== undefined) {
    headers["content-type"] = headers["content-type"]?.replace(boundary, "BOUNDARY") ?? "";
    body = body.replaceAll(boundary, "BOUNDARY");
  }
  return { method: request.method ?? "", url: request.url ?? "", headers, body };
}
