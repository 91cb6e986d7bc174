import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blockOf, SIZE } from "./files-deep-content.ts";

/** What a transfer came to, and what it took. */
interface Report {
  readonly result: { readonly bytes: number; readonly length: number; readonly sha256: string; readonly size: number };
  readonly told: number;
  readonly peakMb: number;
  readonly ms: number;
}

const run = promisify(execFile);
const program = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const server = spawn(process.execPath, [program("files-deep-server.ts")], { stdio: ["ignore", "pipe", "inherit"] });
let baseUrl: string;
let folder: string;
let source: string;
let digest: string;

beforeAll(async () => {
  const [port] = await once(server.stdout, "data");
  baseUrl = `http://127.0.0.1:${String(port).trim()}`;
  folder = await mkdtemp(join(tmpdir(), "fairlead-files-"));
  source = join(folder, "source.bin");
  const hash = createHash("sha256");
  const file = await open(source, "wx");
  for (let at = 0; at < SIZE; at += blockOf(at).length) {
    hash.update(blockOf(at));
    await file.writeFile(blockOf(at));
  }
  await file.close();
  digest = hash.digest("hex");
});

afterAll(async () => {
  server.kill();
  await rm(folder, { recursive: true });
});

async function transfer(way: string, file = source): Promise<Report> {
  const { stdout } = await run(process.execPath, [program("files-deep-client.ts"), way, baseUrl, file]);
  const report = JSON.parse(stdout) as Report;
  console.log(
    `${way}: peak ${report.peakMb.toFixed(0)} MB, ${(report.ms / 1000).toFixed(1)} s, ${report.told} updates`,
  );
  return report;
}

test("a download of 400 MB to a file takes at most 100 MB above an idle process", async () => {
  const target = join(folder, "target.bin");
  const idle = await transfer("idle", target);
  const { result, told, peakMb, ms } = await transfer("download", target);
  expect(result.size).toBe(SIZE);
  expect((await stat(target)).size).toBe(SIZE);
  expect(told).toBeGreaterThan(1);
  // The last one and the first one besides.
  expect(told).toBeLessThanOrEqual(ms / 100 + 2);
  expect(peakMb - idle.peakMb).toBeLessThanOrEqual(100);
});

// What a platform takes differs from run to run by some tens of MB: garbage is collected when it suits it.
const NOISE_MB = 60;

test.each([
  ["binary", "fetch"],
  ["binaryProgress", "fetch"],
  ["form", "fetchForm"],
  ["formProgress", "fetchForm"],
])("an upload of 400 MB by %s takes no more than a bare %s", async (way, bare) => {
  const plain = await transfer(bare);
  const { result, peakMb } = await transfer(way);
  expect(result.sha256.length).toBe(64);
  if (way.startsWith("binary")) expect(result).toEqual({ bytes: SIZE, length: SIZE, sha256: digest });
  else expect(result.length).toBe(result.bytes);
  expect(result.bytes).toBeGreaterThanOrEqual(SIZE);
  expect(peakMb).toBeLessThanOrEqual(plain.peakMb + NOISE_MB);
});
