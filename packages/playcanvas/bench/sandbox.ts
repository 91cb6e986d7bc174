// pnpm bench: the sandbox and Prism's own program side by side in one run, on the document as it is and on it repeated
// to 400 and 650 operations. Ratios count: the absolute numbers are those of this machine at this hour.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildServer, freePort, median, rate, startServer } from "@fairlead/bench";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { startSandbox } from "@fairlead/sandbox";
import { type Bundle, count, repeatDocument } from "./repeat-document.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const bundle = JSON.parse(
  readFileSync(path("../node_modules/@fairlead/spec-playcanvas/dist/openapi.json"), "utf8"),
) as Bundle;
const folder = mkdtempSync(join(tmpdir(), "fairlead-bench-"));
const headers = { authorization: "Bearer bench-token-1", "content-type": "application/json" };

const server = join(folder, "serve-sandbox.mjs");

try {
  await buildServer(path("serve-sandbox.ts"), server);
  await startTimes();
  await forkTimes();
  for (const operations of [count(bundle.paths), 400, 650]) await sideBySide(operations);
} finally {
  rmSync(folder, { recursive: true });
}

/** Start in this process: the first one compiles what Node compiles once. */
async function startTimes(): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < 9; run++) {
    const before = performance.now();
    await using sandbox = await startSandbox({ apis: { playcanvas }, listen: false });
    const { status } = await sandbox.api.playcanvas.fetch(`${sandbox.api.playcanvas.url}/api/projects/691250/scenes`, {
      headers,
    });
    times.push(performance.now() - before);
    if (status !== 200) throw new Error(`The sandbox answered ${status}.`);
  }
  const [first = 0, ...warm] = times;
  print(
    "start in process and one answer",
    `first ${first.toFixed(0)} ms, warm ${median(warm).toFixed(1)} ms (median of 8)`,
  );
}

/** A fork of a session that holds 10,000 entities. */
async function forkTimes(): Promise<void> {
  await using sandbox = await startSandbox({ apis: { playcanvas }, listen: false });
  const { store } = sandbox.sessions.default.api("playcanvas");
  while (store.list("Asset").length < 10_000) {
    const first = store.list("Asset")[0] ?? {};
    for (let index = 0; index < 1000; index++) {
      const { id: _, ...rest } = first;
      store.create("Asset", { ...rest, name: `asset ${index}` });
    }
  }
  const times = Array.from({ length: 99 }, () => {
    const before = performance.now();
    sandbox.sessions.fork();
    return performance.now() - before;
  });
  print(
    "fork of 10,000 entities",
    `${median(times).toFixed(3)} ms (median of 99), slowest ${Math.max(...times).toFixed(2)} ms`,
  );
}

async function sideBySide(operations: number): Promise<void> {
  const document = operations === count(bundle.paths) ? bundle : repeatDocument(bundle, operations);
  const name = `${count(document.paths)} operations`;
  const file = join(folder, `openapi-${operations}.json`);
  writeFileSync(file, JSON.stringify(document));
  const generated = join(folder, `generated-${operations}`);
  const made = spawnSync(process.execPath, [path("../../codegen/src/main.ts"), file, generated], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  const port = await freePort();
  const prism = path("../node_modules/.bin/prism");
  const ours = await measure([process.execPath, server, join(generated, "sandbox.json")], undefined);
  const theirs = await measure(
    [prism, "mock", file, "--port", String(port), "--verboseLevel", "silent"],
    `http://127.0.0.1:${port}`,
  );
  print(
    `${name}: start of the process until an answer`,
    `sandbox ${ours.startMs.toFixed(0)} ms, Prism ${theirs.startMs.toFixed(0)} ms`,
  );
  for (const what of ["get", "post"] as const)
    print(
      `${name}: validated ${what.toUpperCase()} per second`,
      `sandbox ${ours[what]}, Prism ${theirs[what]}: ${(ours[what] / theirs[what]).toFixed(1)} times`,
    );
  for (const [index, when] of [
    "when it answers",
    "after the GETs",
    "after the POSTs, which the sandbox keeps",
  ].entries())
    print(`${name}: memory ${when}`, `sandbox ${ours.megabytes[index]} MB, Prism ${theirs.megabytes[index]} MB`);
}

interface Measured {
  readonly startMs: number;
  readonly get: number;
  readonly post: number;
  /** After the start, the GETs and the POSTs. */
  readonly megabytes: readonly number[];
}

async function measure(command: readonly string[], known: string | undefined): Promise<Measured> {
  using server = await startServer(command, { path: "/api/projects/691250/scenes", headers }, known);
  const { url, startMs } = server;
  const megabytes = [server.megabytes()];
  const get = await rate({ url: `${url}/api/projects/691250/scenes`, method: "GET", headers, duration: seconds });
  megabytes.push(server.megabytes());
  const body = JSON.stringify({ fileName: "scene.ply" });
  const post = await rate({ url: `${url}/api/upload/signed-url`, method: "POST", headers, body, duration: seconds });
  megabytes.push(server.megabytes());
  return { startMs, get, post, megabytes };
}

function print(what: string, figure: string): void {
  console.log(`${what.padEnd(66)}  ${figure}`);
}
