import type { Bench } from "../bench.ts";
import { median } from "../median.ts";
import { printGoal, printTable, timesOurs } from "../print-table.ts";
import type { ImportCost } from "../programs/import-cost.ts";

/** Prints what it costs a program to start with each client. */
export async function printImports({ plan, node, touched, own, others }: Bench): Promise<void> {
  const [operation, method] = own;
  const measured = [touched, ...own, ...others];
  const costs = new Map(measured.map(({ name }) => [name, [] as ImportCost[]]));
  // Interleaved, so that a busy moment hits all.
  for (let run = 0; run < 9; run++) {
    for (const peer of measured) costs.get(peer.name)?.push(await node.run<ImportCost>("import-cost", peer));
  }
  const rows = [...costs].map(([name, values]) => ({
    name,
    ms: median(values.map(({ ms }) => ms)),
    fastestMs: Math.min(...values.map(({ ms }) => ms)),
    megabytes: median(values.map(({ rssBytes }) => rssBytes)) / 1e6,
  }));
  const find = (wanted: string) =>
    rows.find(({ name }) => name === wanted) ?? { ms: Number.NaN, megabytes: Number.NaN };
  printTable("Import and make a client, each in a fresh process, median of 9", [
    ["client", "to ours", "ms", "fastest", "MB of RSS"],
    ...rows.map(({ name, ms, fastestMs, megabytes }) => [
      name,
      timesOurs(ms, find(operation.name).ms),
      ms.toFixed(1),
      fastestMs.toFixed(1),
      megabytes.toFixed(1),
    ]),
  ]);
  printGoal("import of one operation", find(operation.name).ms, plan.goals.importMs, "ms");
  printGoal("import of the client", find(method.name).ms, plan.goals.importMs, "ms");
  printGoal("memory of the client", find(method.name).megabytes, plan.goals.memoryMb, "MB");
}
