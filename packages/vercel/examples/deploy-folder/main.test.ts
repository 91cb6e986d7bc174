import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startSandbox } from "@fairlead/sandbox";
import type { DeployProgress } from "@fairlead/vercel";
import vercel from "@fairlead/vercel/sandbox";
import { afterEach, beforeEach, expect, it } from "vitest";
import { showProgress } from "./show-progress.ts";

const run = promisify(execFile);
const main = fileURLToPath(new URL("main.ts", import.meta.url));
/** The environment of this process without what a developer's own shell may say of Vercel. */
const { VERCEL_TOKEN: _token, VERCEL_TEAM_SLUG: _slug, VERCEL_API_URL: _url, ...env } = process.env;

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "deploy-folder-"));
  await mkdir(join(place, "css"));
  await writeFile(join(place, "index.html"), "<h1>Quay</h1>");
  await writeFile(join(place, "css/site.css"), "h1{}");
});
afterEach(() => rm(place, { recursive: true, force: true }));

it("deploys a folder to a sandbox where there is no token, and a pipe gets a line for each phase", async () => {
  const { stdout, stderr } = await run(process.execPath, [main, place, "tide-table"], { env });
  expect(stdout).toMatch(/^https:\/\/tide-table-\w+\.example\.app\n2 files, 2 of them uploaded; https:\/\/\S+\n$/);
  const [first, ...phases] = stderr.trimEnd().split("\n");
  expect(first).toMatch(/^No VERCEL_TOKEN, so this runs on a sandbox at http:\/\/127\.0\.0\.1:\d+$/);
  expect(phases.map((line) => line.split(" ")[0])).toEqual([
    ...["hashing", "creating", "uploading", "creating", "building", "aliasing"],
  ]);
  expect(stderr).not.toContain("\u001b");
});

it("deploys to production of the team of its environment where there is a token, and uploads nothing twice", async () => {
  await using sandbox = await startSandbox({ apis: { vercel }, clock: "x20" });
  const { url, token, store } = sandbox.api.vercel;
  const mine = { ...env, VERCEL_TOKEN: token(), VERCEL_TEAM_SLUG: "acme", VERCEL_API_URL: url };
  const args = [main, place, "new-quay", "production"];
  const { stdout } = await run(process.execPath, args, { env: mine });
  expect(stdout).toContain("2 files, 2 of them uploaded; https://");
  const sha = createHash("sha1").update("<h1>Quay</h1>").digest("hex");
  expect(store.list("Deployment", { name: "new-quay" })).toMatchObject([
    { target: "production", files: [{ file: "css/site.css" }, { file: "index.html", sha }] },
  ]);
  await writeFile(join(place, "css/site.css"), "h2{}");
  const second = await run(process.execPath, args, { env: mine });
  expect(second.stdout).toContain("2 files, 1 of them uploaded");
  expect(second.stderr).not.toContain("No VERCEL_TOKEN");
});

it("ends with an error that names what is wrong, and shows no token", async () => {
  await using sandbox = await startSandbox({ apis: { vercel }, clock: "x20" });
  const { url, token } = sandbox.api.vercel;
  const mine = { ...env, VERCEL_TOKEN: token(), VERCEL_TEAM_SLUG: "acme", VERCEL_API_URL: url };
  const fail = (args: readonly string[]) =>
    run(process.execPath, [main, ...args], { env: mine }).catch((error) => error);
  const none = await fail([join(place, "none"), "tide-table"]);
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining("can't be read (ENOENT)")]);
  const failed = await fail([place, "Not A Name"]);
  expect([failed.code, failed.stderr]).toEqual([1, expect.stringContaining("POST /v13/deployments: 400")]);
  expect(failed.stderr).not.toContain(mine.VERCEL_TOKEN);
  expect(await fail([place])).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Usage: /) });
});

it("shows progress on one line of a terminal, in colour unless NO_COLOR is set", () => {
  const total = { files: 2, bytes: 3_000_000 };
  const deployment = { url: "quay.example.app", readyState: "READY", aliasAssigned: 5 } as DeployProgress["deployment"];
  const steps: DeployProgress[] = [
    { phase: "hashing", files: 0, bytes: 0, total },
    { phase: "hashing", files: 1, bytes: 1_000_000, total },
    { phase: "aliasing", ...total, total, ...(deployment && { deployment }) },
  ];
  const shown = (isTTY: boolean, variables: Record<string, string>) => {
    let text = "";
    const write = (part: string) => {
      text += part;
      return true;
    };
    const show = showProgress({ isTTY, write } as Parameters<typeof showProgress>[0], variables);
    for (const step of steps) show(step);
    return text;
  };
  const plain = ["hashing 0 of 2 files, 0.0 of 3.0 MB", "hashing 1 of 2 files, 1.0 of 3.0 MB"];
  const end = "aliasing quay.example.app, ready\n";
  const line = "\r\u001b[K";
  expect(shown(true, { NO_COLOR: "1" })).toBe(`${line}${plain[0]}${line}${plain[1]}${line}${end}`);
  expect(shown(true, {})).toBe(shown(true, { NO_COLOR: "1" }).replace(/hashing|aliasing/g, "\u001b[36m$&\u001b[39m"));
  expect(shown(false, {})).toBe(`${plain[0]}\n${end}`);
});
