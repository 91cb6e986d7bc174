// pnpm --filter @fairlead/vercel run check:sdk: the vendor's SDK, its own validation on, calls each operation of stage 1
// once, on the sandbox and on the vendor's emulator. Both are installed for the run into a temporary folder. It fails
// where the sandbox gives one answer that the SDK refuses.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { officialSdk } from "./peers.ts";
import { sdkWorld } from "./sdk-world.ts";
import { emulator, ourSandbox, type Served, vendorsEmulator } from "./servers.ts";

const run = promisify(execFile);
const programs = fileURLToPath(new URL("official-sdk", import.meta.url));

/** What came of one call. */
interface Result {
  readonly operationId: string;
  readonly ok: boolean;
  readonly why?: string;
}

const root = await mkdtemp(join(tmpdir(), "fairlead-sdk-"));
try {
  const folder = join(root, "sdk");
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  await run("npm", ["install", "--no-audit", "--no-fund", "--save-exact", officialSdk.join("@")], { cwd: folder });
  await cp(programs, folder, { recursive: true });
  const ours = await callAll(folder, await ourSandbox(root));
  const theirs = await callAll(folder, await vendorsEmulator(root));
  console.log(`${officialSdk.join(" ")}, one call of each operation, answered as it expects:`);
  report("the sandbox", ours, true);
  report(`the vendor's emulator, ${emulator.join(" ")}`, theirs, false);
  if (ours.some(({ ok }) => !ok)) process.exitCode = 1;
} finally {
  await rm(root, { recursive: true, force: true });
}

async function callAll(folder: string, served: Served): Promise<readonly Result[]> {
  using server = await served.start(2);
  const input = join(folder, "input.json");
  await writeFile(input, JSON.stringify({ url: server.url, world: sdkWorld }));
  const { stdout } = await run(process.execPath, [join(folder, "program.mjs"), input], { cwd: folder });
  return JSON.parse(stdout) as readonly Result[];
}

/** @param isDetailed - Whether to say why an answer was refused; of others' servers the names are enough. */
function report(what: string, results: readonly Result[], isDetailed: boolean): void {
  const refused = results.filter(({ ok }) => !ok);
  console.log(`${what}: ${results.length - refused.length} of ${results.length}`);
  if (isDetailed) for (const { operationId, why } of refused) console.log(`  ${operationId}: ${why}`);
  else console.log(`  answered: ${results.flatMap(({ ok, operationId }) => (ok ? [operationId] : [])).join(", ")}`);
}
