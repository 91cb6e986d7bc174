import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { startSandbox } from "@fairlead/sandbox";
import { afterEach, beforeEach, expect, it } from "vitest";

const run = promisify(execFile);
const main = fileURLToPath(new URL("main.ts", import.meta.url));
let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "download-build-"));
});
afterEach(() => rm(place, { recursive: true, force: true }));

it("builds on a sandbox where there is no token, and a pipe gets the names of the files and no progress", async () => {
  const { PLAYCANVAS_TOKEN: _, ...env } = process.env;
  const { stdout, stderr } = await run(process.execPath, [main, join(place, "build")], { env });
  expect(stdout.split("\n")).toEqual(expect.arrayContaining(["index.html", "config.json", ""]));
  expect(stderr).toMatch(/^No PLAYCANVAS_TOKEN, so this runs on a sandbox at http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(await readdir(place)).toEqual(["build"]);
  expect(await readFile(join(place, "build/index.html"), "utf8")).toContain("<html");
});

it("builds the project of its environment where there is a token", async () => {
  await using sandbox = await startSandbox({ apis: { playcanvas }, clock: "x20" });
  const { url, token } = sandbox.api.playcanvas;
  const env = { ...process.env, PLAYCANVAS_URL: url, PLAYCANVAS_TOKEN: token(), PROJECT_ID: "691250", SCENES: "1204" };
  const { stdout, stderr } = await run(process.execPath, [main, join(place, "build")], { env });
  expect(stdout).toContain("1204.json\n");
  expect(stdout).not.toContain("1203.json");
  expect(stderr).toBe("");
});

it("ends with an error that names what is wrong, and keeps nothing", async () => {
  await using sandbox = await startSandbox({ apis: { playcanvas }, clock: "x20" });
  const { url, token } = sandbox.api.playcanvas;
  const env = { ...process.env, PLAYCANVAS_URL: url, PLAYCANVAS_TOKEN: token(), PROJECT_ID: "1", SCENES: "1204" };
  const { code, stderr } = await run(process.execPath, [main, join(place, "build")], { env }).catch((error) => error);
  expect(code).toBe(1);
  expect(stderr).toContain("POST /api/apps/download: 404");
  expect(stderr).not.toContain(env.PLAYCANVAS_TOKEN);
  expect(await readdir(place)).toEqual([]);
});
