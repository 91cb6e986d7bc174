import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FetchFunction } from "../src/index.ts";
import type { FakeClock, MockRequest, ScriptedAnswer, ScriptedResult } from "../src/testing/index.ts";

/** One request on the wire. */
export interface WireRequest extends Pick<MockRequest, "url" | "method" | "headers" | "origin"> {
  /** The bytes of the body, one character each. */
  readonly body: string;
  /** When the client sent it, by its own clock. */
  readonly atMs: number;
}

/** A local server that answers by a script, a second one on another origin, and a fetch that reaches both. */
export interface Wire {
  readonly baseUrl: string;
  readonly foreignUrl: string;
  readonly requests: readonly WireRequest[];
  readonly fetch: FetchFunction;
  /** Lets time pass whenever nothing can come over the wire any more, until some work has ended. */
  finish<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** One exchange, as both ends know it. */
interface Exchange {
  isOpen: boolean;
  receivedBytes: number;
  /** The bytes after which the server goes silent, once it has. */
  silentAfter?: number;
  onReceived?: () => void;
}

const NUMBER = "x-wire-number";

/** Starts both servers. The answers are those of `mockTransport`, played with real sockets. */
export async function startWire(answer: (request: WireRequest) => ScriptedResult, clock: FakeClock): Promise<Wire> {
  const exchanges: Exchange[] = [];
  const sentAt: number[] = [];
  const requests: WireRequest[] = [];

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    let body = "";
    for await (const chunk of request) body += (chunk as Buffer).toString("latin1");
    const index = Number(request.headers[NUMBER]);
    const exchange = exchanges[index];
    if (!exchange) throw new Error("A request did not come through the watched fetch.");
    const origin = `http://${request.headers.host}`;
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, `${value}`]));
    headers.delete(NUMBER);
    const seen = {
      url: origin + request.url,
      origin,
      method: `${request.method}`,
      headers,
      body,
      atMs: sentAt[index] ?? 0,
    };
    requests.push(seen);
    await play(answer(seen), response, exchange);
  };
  const listen = async () => {
    const server = createServer((request, response) => {
      // A client that gives up takes its connection away, which is no fault of the test.
      serve(request, response).catch((error) => response.destroy(error as Error));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return server;
  };
  const home = await listen();
  const foreign = await listen();

  return {
    baseUrl: urlOf(home),
    foreignUrl: urlOf(foreign),
    requests,
    async fetch(url, init) {
      const exchange: Exchange = { isOpen: true, receivedBytes: 0 };
      const headers = new Headers(init.headers);
      headers.set(NUMBER, `${exchanges.push(exchange) - 1}`);
      sentAt.push(clock.now());
      try {
        const response = await fetch(url, { ...init, headers });
        return watched(response, exchange);
      } catch (error) {
        exchange.isOpen = false;
        throw error;
      }
    },
    async finish(work) {
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      work.then(over, over);
      const isQuiet = () =>
        exchanges.every(({ isOpen, silentAfter, receivedBytes }) => !isOpen || receivedBytes === silentAfter);
      while (!isOver) {
        await new Promise((resolve) => setImmediate(resolve));
        if (!isQuiet()) continue;
        await clock.advance(0);
        if (!isOver && isQuiet() && !(await clock.next())) throw new Error("The call waits, but for no timer.");
      }
      return work;
    },
    async close() {
      for (const server of [home, foreign]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function play(result: ScriptedResult, response: ServerResponse, exchange: Exchange): Promise<void> {
  if (result === "stall") {
    exchange.silentAfter = 0;
    return;
  }
  if (result === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (typeof result === "string" || result instanceof Error || result instanceof Response)
    throw new Error("The wire cannot play this.");
  const { status = 200, headers, json, cut } = result;
  const body = bytesOf(result);
  response.writeHead(status, {
    ...(json !== undefined && { "content-type": "application/json" }),
    "content-length": body.length,
    ...headers,
  });
  response.flushHeaders();
  if (!cut) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, cut.afterBytes));
  if (cut.by === "stall") {
    exchange.silentAfter = cut.afterBytes;
    return;
  }
  // A reset drops what is still under way, so the client must have it first.
  while (exchange.receivedBytes < cut.afterBytes) {
    await new Promise<void>((resolve) => {
      exchange.onReceived = resolve;
    });
  }
  response.socket?.resetAndDestroy();
}

function bytesOf({ json, body = "" }: ScriptedAnswer): Buffer {
  if (json !== undefined) return Buffer.from(JSON.stringify(json));
  return typeof body === "string" ? Buffer.from(body) : Buffer.from(body);
}

/** The same answer, counting what of it has come. */
function watched(response: Response, exchange: Exchange): Response {
  const reader = response.body?.getReader();
  const end = () => {
    exchange.isOpen = false;
  };
  if (!reader) {
    end();
    return response;
  }
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          end();
          return controller.close();
        }
        exchange.receivedBytes += value.length;
        controller.enqueue(value);
        exchange.onReceived?.();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    cancel(reason) {
      end();
      return reader.cancel(reason);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}
