import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { createServer } from "@stoplight/prism-http-server";
import { PrismListenError } from "./listen-error.ts";

/** How long `close` waits for requests in flight, in milliseconds: far more than a mock's answer takes, and no annoyance at Ctrl-C. */
const graceMs = 1000;

/** A listening server and the way to end it. */
export interface Listening {
  /** Where it listens, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Frees the port; requests in flight have a second to end. Further calls give the same promise. */
  close(): Promise<void>;
}

/**
 * Starts a Prism server.
 * @throws {PrismListenError} The port is taken or not allowed, or the host is none of this machine.
 */
export async function listen(prism: ReturnType<typeof createServer>, port: number, host: string): Promise<Listening> {
  let server: Server | undefined;
  // Prism keeps its HTTP server to itself, and its own `close` waits for ever for a client that connected and sent
  // nothing, as browsers do. Node announces each `listen` before the call returns, so this catches exactly our server.
  const take = (message: unknown): void => {
    if (isRecord(message) && message.server instanceof Server) server = message.server;
  };
  subscribe("tracing:net.server.listen:asyncStart", take);
  const started = prism.listen(port, host);
  unsubscribe("tracing:net.server.listen:asyncStart", take);

  let address: string;
  try {
    address = await started;
  } catch (cause) {
    throw new PrismListenError(/\bE[A-Z]{4,}\b/.exec(String(cause))?.[0] ?? "UNKNOWN", port, host, { cause });
  }
  let closed: Promise<void> | undefined;
  return {
    url: urlOf(server?.address()) ?? address,
    close: () => {
      closed ??= server === undefined ? prism.close() : closeServer(server);
      return closed;
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Prism's own address lacks the brackets that an IPv6 host needs. */
function urlOf(address: AddressInfo | string | null | undefined): string | undefined {
  if (address === null || typeof address !== "object") return undefined;
  return `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
