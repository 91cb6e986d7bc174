import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { isObject } from "./document.ts";

/**
 * Writes a line for each request that a server of this process has answered: `museum GET /exhibits/7 200 3 ms`, and what
 * was wrong with it. The query is left out, because it may carry a secret.
 * @param names - What to call the server of each port.
 * @param lookUp - What the sandbox found wrong, by the id in its header.
 */
export function logRequests(
  names: ReadonlyMap<number, string>,
  write: (line: string) => void,
  lookUp: (id: string) => readonly string[] = () => [],
): void {
  const startedAt = new WeakMap<IncomingMessage, number>();
  // Node's own announcements: Prism keeps its HTTP server to itself.
  subscribe("http.server.request.start", (message) => {
    if (isObject(message) && message.request instanceof IncomingMessage)
      startedAt.set(message.request, performance.now());
  });
  subscribe("http.server.response.finish", (message) => {
    if (!isObject(message)) return;
    const { request, response } = message;
    if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse)) return;
    const name = names.get(request.socket.localPort ?? -1);
    if (name === undefined) return;
    const tookMs = performance.now() - (startedAt.get(request) ?? performance.now());
    const path = request.url?.split("?", 1)[0];
    const id = response.getHeader("x-sandbox-violations");
    const found = id === undefined ? violationsOf(response.getHeader("sl-violations")) : lookUp(String(id));
    const violations = found.length === 0 ? "" : `  ${found.join("; ").replaceAll(/\p{Cc}/gu, " ")}`;
    write(`${name} ${request.method} ${path} ${response.statusCode} ${Math.round(tookMs)} ms${violations}`);
  });
}

/** The messages of Prism's `sl-violations`, which it cuts off, and then is no JSON, where they are very many. */
function violationsOf(header: unknown): readonly string[] {
  if (typeof header !== "string") return [];
  try {
    const violations: unknown = JSON.parse(header);
    return Array.isArray(violations) ? violations.map((each) => (isObject(each) ? String(each.message) : "")) : [];
  } catch {
    return ["many violations"];
  }
}
