import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { FetchFunction } from "@fairlead/runtime";
import { type FakeClock, fakeClock } from "@fairlead/runtime/testing";

/** One request as it came over the socket. */
export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  /** The bytes of the body, one character each; a boundary of a form, which is random, is the word BOUNDARY. */
  readonly body: string;
  /** When it came, by the client's clock. */
  readonly atMs: number;
}

/** What the server answers; `stall` is nothing at all. */
export type Reply = "stall" | { status?: number; headers?: Record<string, string>; body?: string };

/** A real server on loopback, with a clock for its clients that stands still while anything is under way. */
export interface PainsServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly Received[];
  readonly clock: FakeClock;
  /** The global fetch, watched: it gives an answer when the whole of it is there. */
  readonly fetch: FetchFunction;
  /** Options of a core client of this server in the time of its clock. */
  readonly options: { auth: string; baseUrl: string; fetch: FetchFunction; clock: FakeClock; random: () => number };
  /** Resolves when every request has its answer, or is one that gets none. */
  quiet(): Promise<void>;
  /** Lets time pass whenever the server is quiet, until some work has ended. */
  finish<T>(work: Promise<T>): Promise<T>;
}

/** The header in which a watched fetch tells the server which request it is. */
const NUMBER = "x-pains-number";

/** A JSON answer. */
export function jsonReply(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

/** Starts a server that makes each answer of the request and its number, the first of which is 0. */
export async function startServer(reply: (request: Received, index: number) => Reply): Promise<PainsServer> {
  const clock = fakeClock();
  const requests: Received[] = [];
  /** The requests under way by their numbers, and those of them that get no answer. */
  const open = new Set<number>();
  const silent = new Set<number>();
  let sent = 0;
  const server = createServer(async (request, response) => {
    const received = await receive(request, clock.now());
    const answer = reply(received, requests.push(received) - 1);
    if (answer === "stall") silent.add(Number(request.headers[NUMBER]));
    else response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const watched: FetchFunction = async (address, init) => {
    const number = sent++;
    open.add(number);
    const headers = new Headers(init.headers);
    headers.set(NUMBER, `${number}`);
    try {
      const response = await fetch(address, { ...init, headers });
      const bytes = await response.arrayBuffer();
      return new Response(bytes.byteLength > 0 ? bytes : null, response);
    } finally {
      open.delete(number);
      silent.delete(number);
    }
  };
  const quiet = async () => {
    do await clock.advance(0);
    while (open.size > silent.size);
  };
  return {
    url,
    requests,
    clock,
    fetch: watched,
    options: { auth: "a-secret-token-0123456789", baseUrl: url, fetch: watched, clock, random: () => 0 },
    quiet,
    async finish(work) {
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      work.then(over, over);
      for (;;) {
        await quiet();
        if (isOver) return work;
        if (!(await clock.next())) throw new Error("The call waits, but for no timer.");
      }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function receive(request: IncomingMessage, atMs: number): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const boundary = /boundary=(\S+)/.exec(request.headers["content-type"] ?? "")?.[1];
  const body = Buffer.concat(chunks).toString("latin1");
  return {
    method: request.method ?? "",
    url: request.url ?? "",
    headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => name !== NUMBER)),
    body: boundary ? body.replaceAll(boundary, "BOUNDARY") : body,
    atMs,
  };
}
