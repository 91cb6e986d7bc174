// Program: how long after an abort the call of a client ends, over real sockets to a server that is in no hurry. Each
// client and case has a process of its own: some clients share their queue with every other client of the process.
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { median } from "../median.ts";
import { makeCall, type PeerFile, readInput } from "./measured-call.ts";

/** What a call can wait for when it is aborted. */
export type AbortCaseName = "retry" | "queue" | "quota" | "headers" | "body";

/** What the program is told. */
export interface AbortInput {
  readonly peer: PeerFile;
  readonly case: AbortCaseName;
  /** How many calls are aborted, after one to warm up. */
  readonly runs: number;
  /** When a call that goes on is given up. */
  readonly patienceMs: number;
}

/** What the program prints. */
export interface AbortDelay {
  /** Median from the abort to the rejection in milliseconds; null where the call went on, or never waited. */
  readonly ms: number | null;
  /** Whether the call waited, so that there was something to abort. */
  readonly waits: boolean;
}

interface AbortCase {
  readonly answer: RequestListener;
  /** Calls that come before and fill the queue. */
  readonly before: number;
}

const quota = { "x-ratelimit-limit": "1", "x-ratelimit-remaining": "0" };
const json = { "content-type": "application/json" };
const never: RequestListener = () => {};
const cases: Record<AbortCaseName, AbortCase> = {
  retry: {
    before: 0,
    answer: (_, response) => response.writeHead(503, { ...json, "retry-after": "5" }).end("{}"),
  },
  // Both clients with a limiter send at most ten at once.
  queue: { before: 10, answer: never },
  quota: {
    before: 1,
    answer: (_, response) =>
      response
        .writeHead(200, { ...json, ...quota, "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + 30) })
        .end("{}"),
  },
  headers: { before: 0, answer: never },
  body: {
    before: 0,
    answer: (_, response) => void response.writeHead(200, json).write('{ "id":'),
  },
};
const { peer, case: caseName, runs, patienceMs } = readInput<AbortInput>();
console.log(JSON.stringify(await measure(cases[caseName])));
process.exit(0);

async function measure(abortCase: AbortCase): Promise<AbortDelay> {
  const measured: number[] = [];
  // The first one warms up.
  for (let run = 0; run <= runs; run++) {
    const ms = await abortOnce(abortCase);
    if (ms === undefined) return { ms: null, waits: false };
    if (ms === Number.POSITIVE_INFINITY) return { ms: null, waits: true };
    if (run > 0) measured.push(ms);
  }
  return { ms: median(measured), waits: true };
}

/** Milliseconds from the abort to the rejection, `Infinity` where the call goes on; undefined where it does not wait. */
async function abortOnce({ answer, before }: AbortCase): Promise<number | undefined> {
  let seen = 0;
  const server = createServer((request, response) => {
    seen++;
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = server.address() as AddressInfo;
    const call = await makeCall(peer, { baseUrl: `http://127.0.0.1:${port}`, retries: true });
    for (let other = 0; other < before; other++) call().catch(() => {});
    // Some of them may be held back as well: all that are sent have come when no more do.
    if (before > 0) await until(() => seen > 0);
    let seenBefore = -1;
    while (seenBefore < seen) {
      seenBefore = seen;
      await pause(50);
    }
    const controller = new AbortController();
    let isSettled = false;
    const ended = call(controller.signal)
      .catch(() => {})
      .then(() => {
        isSettled = true;
      });
    if (before === 0) await until(() => seen > 0 || isSettled);
    // Time to read what has come, and to begin to wait.
    await pause(50);
    if (isSettled || (before > 0 && seen > seenBefore)) return undefined;
    const start = performance.now();
    controller.abort();
    const isOver = await Promise.race([ended.then(() => true), pause(patienceMs).then(() => false)]);
    return isOver ? performance.now() - start : Number.POSITIVE_INFINITY;
  } finally {
    close(server);
  }
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}

async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error("No request came in 5 s.");
    await pause(2);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
