import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { startSandbox } from "@fairlead/sandbox";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { downloadBuild } from "./download-build.ts";

const run = promisify(execFile);
let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "download-build-"));
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** A ZIP in memory; a name may be hostile, because yazl's own check is undone byte for byte. */
async function zipOf(files: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name.replaceAll("../", "xx/"));
  zip.end();
  const bytes = await buffer(zip.outputStream);
  return Buffer.from(bytes.toString("latin1").replaceAll("xx/", "../"), "latin1");
}

/** A server that plays the part of the service: answers in order for the API, and the ZIP at /build.zip. */
async function service(answers: (url: string) => { status: number; body: unknown }[], zip: Buffer | number) {
  const seen: string[] = [];
  let script: { status: number; body: unknown }[] = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    seen.push(`${method} ${url} ${headers.authorization ?? "no token"}`);
    if (url === "/build.zip") {
      if (typeof zip === "number") response.writeHead(zip).end();
      else response.writeHead(200, { "content-type": "application/zip" }).end(zip);
      return;
    }
    const answer = script.shift() ?? { status: 500, body: { error: "The script has ended" } };
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  script = answers(`${baseUrl}/build.zip`);
  return {
    baseUrl,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const job = (status: string, more: object = {}) => ({ id: 5120, status, messages: [], data: {}, ...more });
const build = { projectId: 691250, scenes: [1203], name: "Nightly build", auth: "a-secret-token", pollMs: 0 };

describe("download a build", () => {
  const page = { "index.html": "<head></head>", "files/assets/88/1/rotate.js": "var a = 1;" };

  it("starts it, polls until it is complete, saves the ZIP and unpacks it", async () => {
    await using server = await service(
      (url) => [
        { status: 201, body: job("running") },
        { status: 200, body: job("running") },
        { status: 200, body: job("complete", { data: { download_url: url } }) },
      ],
      await zipOf(page),
    );
    const lines: string[] = [];
    const folder = join(place, "build");
    const files = await downloadBuild({ ...build, baseUrl: server.baseUrl, folder, log: (line) => lines.push(line) });

    expect(files.sort()).toEqual(["files/assets/88/1/rotate.js", "index.html"]);
    expect(await readFile(join(folder, "files/assets/88/1/rotate.js"), "utf8")).toBe("var a = 1;");
    expect((await readdir(place)).sort()).toEqual(["build", "build.zip"]);
    expect(server.seen).toEqual([
      "POST /api/apps/download Bearer a-secret-token",
      "GET /api/jobs/5120 Bearer a-secret-token",
      "GET /api/jobs/5120 Bearer a-secret-token",
      "GET /build.zip no token",
    ]);
    expect(lines).toContain("Job 5120 is running");
  });

  it("does not poll when the start is complete at once, with the address at the top", async () => {
    await using server = await service((url) => [{ status: 201, body: job("complete", { url }) }], await zipOf(page));
    await downloadBuild({ ...build, baseUrl: server.baseUrl, folder: join(place, "build") });
    expect(server.seen).toHaveLength(2);
  });

  it("says why a build failed", async () => {
    await using server = await service(
      () => [
        { status: 201, body: job("running") },
        { status: 200, body: job("error", { messages: ["A script of the scene could not be built"] }) },
      ],
      await zipOf(page),
    );
    await expect(downloadBuild({ ...build, baseUrl: server.baseUrl, folder: join(place, "build") })).rejects.toThrow(
      "Job 5120 ended as error: A script of the scene could not be built",
    );
    expect(await readdir(place)).toEqual([]);
  });

  it("gives up on a job that never ends", async () => {
    const running = { status: 200, body: job("running") };
    await using server = await service(() => [{ status: 201, body: job("running") }, running, running, running], 404);
    await expect(
      downloadBuild({ ...build, baseUrl: server.baseUrl, folder: join(place, "build"), maxPolls: 2 }),
    ).rejects.toThrow("still running after 2 looks");
  });

  it("writes nothing when the build can't be fetched", async () => {
    await using server = await service((url) => [{ status: 201, body: job("complete", { url }) }], 410);
    await expect(downloadBuild({ ...build, baseUrl: server.baseUrl, folder: join(place, "build") })).rejects.toThrow(
      "410 for the build",
    );
    expect(await readdir(place)).toEqual([]);
  });

  it("refuses a ZIP that reaches outside the folder, and unpacks none of it", async () => {
    await using server = await service(
      (url) => [{ status: 201, body: job("complete", { url }) }],
      await zipOf({ "index.html": "<head></head>", "../evil.txt": "out" }),
    );
    await expect(downloadBuild({ ...build, baseUrl: server.baseUrl, folder: join(place, "build") })).rejects.toThrow(
      "../evil.txt",
    );
    expect(await readdir(place)).toEqual(["build.zip"]);
  });
});

describe("download a build from the sandbox", () => {
  it("unpacks a real build as soon as the frozen clock is moved by the waiting", async () => {
    await using sandbox = await startSandbox({ apis: { playcanvas }, clock: "frozen" });
    const { url, token } = sandbox.api.playcanvas;
    const folder = join(place, "build");
    const waits: number[] = [];
    const sleep = async (ms: number): Promise<void> => {
      waits.push(ms);
      sandbox.clock.advance(ms);
    };
    const files = await downloadBuild({ ...build, baseUrl: url, auth: token(), pollMs: 4000, folder, sleep });
    expect(waits).toEqual([4000]);
    expect(files).toContain("files/assets/31402/1/boat.js");
    expect(await readFile(join(folder, "__settings__.js"), "utf8")).toContain("1203.json");
    expect(sandbox.journal.list().map(({ operationId, status }) => [operationId, status])).toEqual([
      ["downloadApp", 201],
      ["getJob", 200],
    ]);
  });

  it("is what main.ts does when there is no token", async () => {
    const { PLAYCANVAS_TOKEN: _, ...env } = process.env;
    const main = fileURLToPath(new URL("main.ts", import.meta.url));
    const { stdout } = await run(process.execPath, [main, join(place, "build")], { env });
    expect(stdout).toMatch(/^No PLAYCANVAS_TOKEN, so this runs on a sandbox at http:\/\/127\.0\.0\.1:\d+/);
    expect(stdout).toMatch(/\nJob 5120 is running\n(.*\n)*Fetching the build\n/);
    expect(stdout).toContain("\n  index.html\n");
    expect(await readdir(join(place, "build"))).toContain("config.json");
  });
});
