import { measureBundle } from "@fairlead/contract";
import type { Bench } from "../bench.ts";
import type { InstalledPeer } from "../install-peers.ts";
import { printGoal, printTable, timesOurs } from "../print-table.ts";

/** Prints what one call of each client weighs in a web page. */
export async function printSizes({ plan, own, others }: Bench): Promise<void> {
  const [ours] = own;
  const further = Object.entries(plan.bundles).map(([name, bundle]) => ({ ...ours, name, bundle }));
  const rows: [name: string, gzip: number, minified: number][] = [];
  for (const peer of [...own, ...further, ...others]) {
    const size = await bundleOf(peer);
    if (size) rows.push([peer.name, size.gzipBytes, size.minifiedBytes]);
  }
  const gzipOf = (wanted: string) => rows.find(([name]) => name === wanted)?.[1] ?? Number.NaN;
  printTable("Bundle of one call: esbuild, minified, browser ESM", [
    ["client", "to ours", "gzip bytes", "minified bytes"],
    ...rows.map(([name, gzip, minified]) => [name, timesOurs(gzip, gzipOf(ours.name)), String(gzip), String(minified)]),
  ]);
  for (const [name, most] of Object.entries(plan.goals.bundles ?? {}))
    printGoal(name, gzipOf(name), most, "bytes gzip");
}

async function bundleOf({ name, bundle, folder }: InstalledPeer) {
  if (bundle === undefined) return undefined;
  try {
    return await measureBundle(bundle, folder);
  } catch (error) {
    console.log(`${name} can't be bundled for a browser: ${(error as Error).message}`);
    return undefined;
  }
}
