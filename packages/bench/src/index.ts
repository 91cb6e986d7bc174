export { buildServer } from "./build-server.ts";
export { fetchPeer, touchedFetch } from "./fetch-peers.ts";
export { type InstalledPeer, installPeers } from "./install-peers.ts";
export { median } from "./median.ts";
export type { BenchPlan, Goals, Peer } from "./plan.ts";
export { printGoal, printTable, timesOurs } from "./print-table.ts";
export { runBench, withPeers } from "./run-bench.ts";
export { freePort, rate, type ServerRun, startServer } from "./server.ts";
