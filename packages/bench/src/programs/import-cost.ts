// Program: what it costs a fresh process to import one client and to make it.
import { makeCall, type PeerFile, readInput } from "./measured-call.ts";

/** What the program prints. */
export interface ImportCost {
  readonly ms: number;
  /** Resident memory that came with it. */
  readonly rssBytes: number;
}

const peer = readInput<PeerFile>();
const memory = process.memoryUsage.rss();
const start = performance.now();
await makeCall(peer, { baseUrl: "https://api.bench.test" });
const cost: ImportCost = { ms: performance.now() - start, rssBytes: process.memoryUsage.rss() - memory };
console.log(JSON.stringify(cost));
process.exit(0);
