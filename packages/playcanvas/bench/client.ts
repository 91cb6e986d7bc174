// pnpm bench: the packed client beside its peers in one run. Ratios come first and count: times are those of this machine
// at this hour. The peers are installed for the run into a temporary folder, and never into the repository.
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packedConsumer } from "@fairlead/contract";
import type { Bench } from "./client/bench.ts";
import { installPeers, placePeer } from "./client/install-peers.ts";
import { machineNodes } from "./client/machine-node.ts";
import { printAborts } from "./client/parts/aborts.ts";
import { printImports } from "./client/parts/imports.ts";
import { printInstalls } from "./client/parts/installs.ts";
import { printOverhead } from "./client/parts/overhead.ts";
import { printSizes } from "./client/parts/sizes.ts";
import { ourClient, ours, peers, rawFetch, touchedFetch } from "./client/peers.ts";

const parts: Record<string, (bench: Bench) => Promise<void>> = {
  // Times first: what bundles goes on to hold processors and memory for a while.
  imports: printImports,
  overhead: printOverhead,
  sizes: printSizes,
  aborts: printAborts,
  installs: printInstalls,
};
// BENCH_PARTS=overhead,aborts runs these alone.
const wanted = process.env.BENCH_PARTS?.split(",") ?? Object.keys(parts);
const unknown = wanted.filter((part) => !Object.hasOwn(parts, part));
if (unknown[0]) throw new Error(`There is no part ${unknown}; there are ${Object.keys(parts)}.`);

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const root = await mkdtemp(join(tmpdir(), "fairlead-bench-"));
try {
  await using consumer = await packedConsumer([path("../../runtime"), path("..")]);
  const { scripts: node, machine } = await machineNodes(consumer, root);
  console.log(`Measured on Node ${node.version}; the machine's own is ${machine.version}`);
  console.log(`Peers: ${[...new Set(peers.map(({ install = [] }) => install.join(" ")))].join(", ")}`);
  const { peers: others, notes } = await installPeers(node, peers, root);
  for (const note of notes) console.log(note);
  const bench: Bench = {
    node,
    machine,
    baseline: await placePeer(rawFetch, root),
    touched: await placePeer(touchedFetch, root),
    own: [await placePeer(ours, consumer.folder), await placePeer(ourClient, consumer.folder)],
    others,
  };
  printLoad("before");
  for (const part of wanted) await parts[part]?.(bench);
  printLoad("after");
} finally {
  await rm(root, { recursive: true, force: true });
}

/** How busy the machine is. Where more wants to run than there are processors, times say little. */
function printLoad(when: string): void {
  const [load = 0] = loadavg();
  console.log(
    `${when === "after" ? "\n" : ""}Load ${when} the run: ${load.toFixed(1)} on ${availableParallelism()} processors`,
  );
}
