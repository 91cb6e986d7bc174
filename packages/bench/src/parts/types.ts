import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bench } from "../bench.ts";
import { compile } from "../compile.ts";
import type { InstalledPeer } from "../install-peers.ts";
import { median } from "../median.ts";
import { printTable, timesOurs } from "../print-table.ts";

interface Cost {
  readonly instantiations: number;
  readonly checkMs: number;
}

/** Prints what the compiler does for a file with one call of each client that has types. */
export async function printTypes({ own, others }: Bench): Promise<void> {
  const rows: { readonly name: string; readonly cost: Cost | string }[] = [];
  for (const peer of [...own, ...others])
    if (peer.types !== undefined) rows.push({ name: peer.name, cost: await costOf(peer, peer.types) });
  const [first] = rows;
  if (first === undefined) return;
  const ours = typeof first.cost === "string" ? undefined : first.cost;
  printTable("A file with one call, TypeScript 7, strict, median of 5", [
    ["client", "to ours", "instantiations", "to ours", "check ms"],
    ...rows.map(({ name, cost }) =>
      typeof cost === "string"
        ? [name, "-", cost, "-", "-"]
        : [
            name,
            timesOurs(cost.instantiations, ours?.instantiations ?? Number.NaN),
            String(cost.instantiations),
            timesOurs(cost.checkMs, ours?.checkMs ?? Number.NaN),
            cost.checkMs.toFixed(0),
          ],
    ),
  ]);
}

/** @returns A text where the file does not compile. */
async function costOf({ folder }: InstalledPeer, source: string): Promise<Cost | string> {
  const file = join(folder, "one-call.ts");
  await writeFile(file, source);
  const runs: Cost[] = [];
  for (let run = 0; run < 5; run++) {
    const { instantiations, checkMs, errors } = await compile(folder, "one-call.ts");
    if (errors[0] !== undefined) return `${errors.length} errors, first: ${errors[0]}`;
    runs.push({ instantiations, checkMs });
  }
  return { instantiations: runs[0]?.instantiations ?? Number.NaN, checkMs: median(runs.map(({ checkMs }) => checkMs)) };
}
