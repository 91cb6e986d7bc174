import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bench } from "../bench.ts";
import { type Compiled, compile } from "../compile.ts";
import type { InstalledPeer } from "../install-peers.ts";
import { median } from "../median.ts";
import { printTable, timesOurs } from "../print-table.ts";

/** Prints what the compiler does for a file with one call of each client that has types. */
export async function printTypes({ own, others }: Bench): Promise<void> {
  const typed = [...own, ...others].filter(({ types }) => types !== undefined);
  for (const checksDeclarations of [false, true]) {
    const rows: { readonly name: string; readonly cost: Compiled }[] = [];
    for (const peer of typed) rows.push({ name: peer.name, cost: await costOf(peer, checksDeclarations) });
    const ours = rows[0]?.cost.totalMs ?? Number.NaN;
    const how = checksDeclarations ? "with its declarations" : "with skipLibCheck";
    printTable(`A file with one call, TypeScript 7, strict, ${how}, median of 5`, [
      ["client", "to ours", "total ms", "check ms", "instantiations", "files", "MB", "errors"],
      ...rows.map(({ name, cost: { totalMs, checkMs, instantiations, files, megabytes, errors } }) => [
        name,
        timesOurs(totalMs, ours),
        totalMs.toFixed(0),
        checkMs.toFixed(0),
        String(instantiations),
        String(files),
        megabytes.toFixed(0),
        errors.length === 0 ? "" : `${errors.length}, such as ${errors[0]}`,
      ]),
    ]);
  }
}

/** Five runs; times and memory are the median. */
async function costOf({ folder, types = "" }: InstalledPeer, checksDeclarations: boolean): Promise<Compiled> {
  await writeFile(join(folder, "one-call.ts"), types);
  const runs: Compiled[] = [];
  for (let run = 0; run < 5; run++) runs.push(await compile(folder, "one-call.ts", checksDeclarations));
  const middle = (read: (one: Compiled) => number) => median(runs.map(read));
  return {
    errors: runs[0]?.errors ?? [],
    instantiations: middle((one) => one.instantiations),
    checkMs: middle((one) => one.checkMs),
    totalMs: middle((one) => one.totalMs),
    files: middle((one) => one.files),
    megabytes: middle((one) => one.megabytes),
  };
}
