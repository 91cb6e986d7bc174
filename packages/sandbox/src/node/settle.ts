import type { IncomingMessage, ServerResponse } from "node:http";

/** A rest of a body up to this size is read and forgotten, which is cheaper than a new connection. In bytes. */
const smallRest = 64 * 1024;

/** How long a client may go on sending after its answer, in milliseconds: enough to read the answer and hang up. */
const graceMs = 1000;

/**
 * The response to a request whose body may be unread. After a large one the connection ends, but not at once: to close a
 * socket with unread bytes resets it, and the reset can overtake the answer (RFC 9112, section 9.6).
 */
export async function settle(response: Response, request: IncomingMessage, raw: ServerResponse): Promise<Response> {
  if (request.complete || raw.destroyed) return response;
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  if (length <= smallRest && request.headers.expect === undefined) {
    request.removeAllListeners("data").resume();
    return response;
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set("connection", "close");
  if (bytes.length > 0) headers.set("content-length", String(bytes.length));
  const { status, statusText } = response;
  if (bytes.length === 0) return new Response(null, { status, statusText, headers });
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      request.removeAllListeners("data").resume(); // forget what still comes
      const end = (): void => {
        clearTimeout(timer);
        request.off("close", end).off("end", end);
        try {
          controller.close();
        } catch {
          // the connection went first, and srvx has cancelled the stream
        }
      };
      const timer = setTimeout(end, graceMs);
      request.on("close", end).on("end", end);
    },
  });
  return new Response(body, { status, statusText, headers });
}
