import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { packedConsumer } from "@fairlead/contract";
import type { Bench } from "./bench.ts";
import { touchedFetch } from "./fetch-peers.ts";
import { installPeers, placePeer } from "./install-peers.ts";
import { machineNodes } from "./machine-node.ts";
import { printAborts } from "./parts/aborts.ts";
import { printImports } from "./parts/imports.ts";
import { printInstalls } from "./parts/installs.ts";
import { printOverhead } from "./parts/overhead.ts";
import { printSizes } from "./parts/sizes.ts";
import { printTypes } from "./parts/types.ts";
import type { BenchPlan } from "./plan.ts";

const parts: Record<string, (bench: Bench) => Promise<void>> = {
  // Times first: what bundles goes on to hold processors and memory for a while.
  imports: printImports,
  overhead: printOverhead,
  types: printTypes,
  sizes: printSizes,
  aborts: printAborts,
  installs: printInstalls,
};

/**
 * Measures a packed client beside its peers in one run and prints tables: ratios come first and count, times are those of
 * this machine at this hour. The peers are installed for the run into a temporary folder, and never into the repository.
 * `BENCH_PARTS=overhead,aborts` in the environment runs these parts alone.
 * @throws {Error} A part is not known, or ours can't be packed and installed.
 */
export async function runBench(plan: BenchPlan): Promise<void> {
  const wanted = process.env.BENCH_PARTS?.split(",") ?? Object.keys(parts);
  const unknown = wanted.filter((part) => !Object.hasOwn(parts, part));
  if (unknown[0]) throw new Error(`There is no part ${unknown}; there are ${Object.keys(parts)}.`);
  await withPeers(plan, async (bench) => {
    printLoad("before");
    for (const part of wanted) await parts[part]?.(bench);
    printLoad("after");
  });
}

/** Packs ours, installs the peers, and removes all of it after the run. */
export async function withPeers(plan: BenchPlan, run: (bench: Bench) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), "fairlead-bench-"));
  try {
    await using consumer = await packedConsumer([...plan.packages]);
    const { scripts: node, machine } = await machineNodes(consumer, root);
    console.log(`Measured on Node ${node.version}; the machine's own is ${machine.version}`);
    console.log(`Peers: ${[...new Set(plan.peers.map(({ install = [] }) => install.join(" ")))].join(", ")}`);
    const { peers: others, notes } = await installPeers(node, plan.peers, root);
    for (const note of notes) console.log(note);
    await run({
      plan,
      node,
      machine,
      baseline: await placePeer(plan.baseline, root),
      touched: await placePeer(touchedFetch, root),
      own: [await placePeer(plan.ours[0], consumer.folder), await placePeer(plan.ours[1], consumer.folder)],
      others,
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** How busy the machine is. Where more wants to run than there are processors, times say little. */
function printLoad(when: string): void {
  const [load = 0] = loadavg();
  console.log(
    `${when === "after" ? "\n" : ""}Load ${when} the run: ${load.toFixed(1)} on ${availableParallelism()} processors`,
  );
}
