// pnpm bench: the sandbox and the vendor's emulator side by side in one run: start, memory, and a list of 20 projects.
// The emulator is installed for it into a temporary folder. Ratios count: the figures are those of this machine now.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, printTable, rate, timesOurs } from "@fairlead/bench";
import { ourSandbox, type Served, vendorsEmulator } from "./servers.ts";

/** The emulator refuses what comes after 5,000 requests of an hour. */
const amount = 4500;
const starts = 5;
const headers = { authorization: "Bearer bench-token-1" };

/** Figures of a server. */
interface Figures {
  readonly name: string;
  readonly startMs: number;
  readonly perSecond: number;
  /** Of one answer, so that nobody is faster by saying less. */
  readonly bytes: number;
  /** After the start, and after the lists. */
  readonly megabytes: readonly number[];
}

const folder = await mkdtemp(join(tmpdir(), "fairlead-bench-"));
try {
  const servers = [await ourSandbox(folder), await vendorsEmulator(folder)];
  const times = new Map(servers.map(({ name }) => [name, [] as number[]]));
  // Interleaved, so that a busy moment hits both.
  for (let run = 0; run < starts; run++)
    for (const server of servers) {
      using process = await server.start(20);
      times.get(server.name)?.push(process.startMs);
    }
  const rows: Figures[] = [];
  for (const server of servers) rows.push(await measure(server, median(times.get(server.name) ?? [])));
  const [ours] = rows;
  printTable(`A list of 20 projects over ten connections, ${amount} times; start of the process to an answer`, [
    ["server", "to ours", "lists/s", "KB a list", "to ours", "MB/s", "to ours", "start ms", "MB of RSS", "after"],
    ...rows.map(({ name, startMs, perSecond, bytes, megabytes }) => [
      name,
      timesOurs(perSecond, ours?.perSecond ?? Number.NaN),
      String(perSecond),
      (bytes / 1000).toFixed(1),
      timesOurs(perSecond * bytes, (ours?.perSecond ?? Number.NaN) * (ours?.bytes ?? Number.NaN)),
      ((perSecond * bytes) / 1e6).toFixed(1),
      timesOurs(startMs, ours?.startMs ?? Number.NaN),
      startMs.toFixed(0),
      ...megabytes.map(String),
    ]),
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure({ name, start }: Served, startMs: number): Promise<Figures> {
  using server = await start(20);
  const url = `${server.url}/v10/projects?slug=acme&limit=20`;
  const text = await (await fetch(url, { headers })).text();
  const { projects } = JSON.parse(text) as { projects: readonly unknown[] };
  if (projects.length !== 20) throw new Error(`${name} listed ${projects.length} projects.`);
  const atStart = server.megabytes();
  const perSecond = await rate({ url, method: "GET", headers, amount });
  return { name, startMs, perSecond, bytes: Buffer.byteLength(text), megabytes: [atStart, server.megabytes()] };
}
