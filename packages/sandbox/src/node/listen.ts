import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerRequest } from "srvx";
import { FastResponse, serve } from "srvx/node";
import type { Entrance } from "../engine/engine.ts";
import { fault } from "../start/fault.ts";
import { awaitContinue, bodyOf } from "./request-body.ts";
import { settle } from "./settle.ts";

/** Where a server listens, and what answers. */
export interface ListenOptions {
  /** From 0 to 65535; 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Gives the answer; one that rejects becomes a 500. */
  readonly answer: (request: Request, about: Omit<Entrance, "api">) => Promise<Response>;
  /** Told of each rejection of `answer`. */
  readonly onFault?: (error: unknown) => void;
}

/** A server that runs. */
export interface Listening {
  /** Its origin, such as `http://127.0.0.1:4010`; for a server on all addresses, that of the loopback one. */
  readonly url: string;
  /** Frees the port and cuts all connections. Further calls give the same promise. */
  close(): Promise<void>;
}

/**
 * Answers HTTP requests.
 * @throws {Error} The port is taken or not allowed, or the host is none of this machine; `code` is Node's.
 */
export async function listen({ port, host, answer, onFault }: ListenOptions): Promise<Listening> {
  const server = serve({
    port,
    hostname: host,
    silent: true,
    gracefulShutdown: false, // it would take the process's signals
    manual: true,
    fetch: async (incoming) => {
      const { req, res } = nodeOf(incoming);
      try {
        const request = withBody(incoming, req, res);
        const { origin } = new URL(request.url);
        const response = await answer(request, { ip: incoming.ip ?? "", origin, Response: FastResponse });
        const violations = response.headers.get("x-sandbox-violations");
        // Set on Node's response too, because what watches servers (apps/mock's log) sees no other headers than these.
        if (violations !== null && !res.headersSent) res.setHeader("x-sandbox-violations", violations);
        return await settle(response, req, res);
      } catch (error) {
        if (!res.destroyed) onFault?.(error); // a client that broke off is no fault of ours
        return settle(fault(error), req, res);
      }
    },
  });
  server.node?.server?.on("checkContinue", (req: IncomingMessage, res: ServerResponse) => {
    awaitContinue(req);
    server.node?.server?.emit("request", req, res);
  });
  await server.serve();
  let closed: Promise<void> | undefined;
  return {
    url: urlOf(server.node?.server?.address() as AddressInfo),
    close: () => {
      closed ??= server.close(true);
      return closed;
    },
  };
}

/** The request with a body that may be left unread. */
function withBody(incoming: ServerRequest, req: IncomingMessage, res: ServerResponse): Request {
  const { method, headers, url } = incoming;
  if (method === "GET" || method === "HEAD" || method === "TRACE") return incoming;
  const body = bodyOf(req, res);
  return new Request(url, { method, headers, ...(body && { body, duplex: "half" }) });
}

function nodeOf({ runtime }: ServerRequest): { req: IncomingMessage; res: ServerResponse } {
  const { req, res } = runtime?.node ?? {};
  if (req === undefined || res === undefined)
    throw new Error("srvx gave a request without Node's own; please report it");
  return { req: req as IncomingMessage, res: res as ServerResponse };
}

function urlOf({ address, port }: AddressInfo): string {
  if (address === "0.0.0.0") return `http://127.0.0.1:${port}`;
  if (address === "::") return `http://[::1]:${port}`;
  return `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
}
