import { measureBundle } from "@fairlead/contract";
import type { Bench } from "../bench.ts";
import type { InstalledPeer } from "../install-peers.ts";
import { ours } from "../peers.ts";
import { printGoal, printTable, timesOurs } from "../print-table.ts";

/** Prints what one call of each client weighs in a web page. */
export async function printSizes({ own, others }: Bench): Promise<void> {
  const everything = "everything of @fairlead/runtime";
  const entries = ["", "/public", "/files", "/waiters", "/raw", "/shared-store"];
  const runtime = own.slice(0, 1).flatMap((peer) => [
    { ...peer, name: everything, bundle: 'export * from "@fairlead/runtime";' },
    {
      ...peer,
      name: "the same with its other entries",
      bundle: entries.map((entry, index) => `export * as e${index} from "@fairlead/runtime${entry}";`).join("\n"),
    },
  ]);
  const rows: [name: string, gzip: number, minified: number][] = [];
  for (const peer of [...own, ...runtime, ...others]) {
    const size = await bundleOf(peer);
    if (size) rows.push([peer.name, size.gzipBytes, size.minifiedBytes]);
  }
  const gzipOf = (wanted: string) => rows.find(([name]) => name === wanted)?.[1] ?? Number.NaN;
  printTable("Bundle of one call: esbuild, minified, browser ESM", [
    ["client", "to ours", "gzip bytes", "minified bytes"],
    ...rows.map(([name, gzip, minified]) => [name, timesOurs(gzip, gzipOf(ours.name)), String(gzip), String(minified)]),
  ]);
  printGoal("one call", gzipOf(ours.name), 7000, "bytes gzip");
  printGoal("everything of the runtime", gzipOf(everything), 12_000, "bytes gzip");
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
