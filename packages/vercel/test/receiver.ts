import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { webhooks } from "../src/generated/schema.ts";

/** What a webhook can be sent. */
export type Event = webhooks[keyof webhooks]["post"]["requestBody"]["content"]["application/json"];

/** A request that arrived. */
export interface Received {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** The raw body. */
  readonly text: string;
  readonly event: Event;
}

/** A server that takes events, as a user would run one. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
  /** The types of the events, in the order in which they arrived. */
  types(): string[];
  /** What it answers from now on; 204 at first. A header may go with it. */
  answer: { status: number; headers?: Record<string, string> } | "never";
}

/** Starts a receiver on a free port of this machine. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      received.push({ method: request.method, headers: request.headers, text, event: JSON.parse(text || "null") });
      const { answer } = receiver;
      if (answer !== "never") response.writeHead(answer.status, answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    types: () => received.map(({ event }) => event.type),
    answer: { status: 204 },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

/** Whether a request carries the signature that its body and the secret make. */
export function isSigned({ headers, text }: Received, secret: string): boolean {
  return headers["x-vercel-signature"] === createHmac("sha1", secret).update(text).digest("hex");
}
