import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createPlayCanvas, type PlayCanvas } from "@fairlead/playcanvas";
import { type SaveProgress, saveBuild, saveExport } from "@fairlead/playcanvas/node";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { type Sandbox, startSandbox } from "@fairlead/sandbox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { onVirtualClock } from "./on-virtual-clock.ts";
import { unzipped } from "./unzipped.ts";

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "save-"));
});
afterEach(() => rm(place, { recursive: true, force: true }));

const build = { project_id: 691250, name: "Harbour tour", scenes: [1203] };
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: Error) => error,
  );

describe("a build or an export of the sandbox", () => {
  let sandbox: Sandbox<{ playcanvas: typeof playcanvas }>;
  beforeAll(async () => {
    sandbox = await startSandbox({ apis: { playcanvas } });
  });
  afterAll(() => sandbox.close());

  it("is made, fetched and unpacked, and tells each step", async () => {
    const { pc, requests } = onVirtualClock(sandbox);
    const seen: SaveProgress[] = [];
    const saved = await saveBuild(pc, build, join(place, "build"), { onProgress: (progress) => seen.push(progress) });
    expect(saved.files).toContain("index.html");
    expect(await readdir(place)).toEqual(["build"]);
    expect(saved.path).toBe(join(place, "build"));
    expect(await readFile(join(saved.path, "__settings__.js"), "utf8")).toContain("1203.json");
    expect(seen.flatMap((progress) => (progress.step === "job" ? [[progress.state, progress.text]] : []))).toEqual([
      ["running", "running, 0 s"],
      ["running", "running, 2 s"],
      ["complete", "complete, 5 s"],
    ]);
    expect([...new Set(seen.map(({ step }) => step))]).toEqual(["job", "fetch", "unpack"]);
    const fetched = seen.findLast(({ step }) => step === "fetch");
    expect(fetched).toMatchObject({ received: saved.size, total: saved.size });
    expect(fetched?.text).toMatch(/^\d+\.\d of \d+\.\d MB$/);
    expect(requests.map(({ headers }) => headers.has("authorization"))).toEqual([true, true, true, false]);
  });

  it("is kept as an archive where the target ends in .zip", async () => {
    const { pc } = onVirtualClock(sandbox);
    const target = join(place, "harbour.zip");
    const saved = await saveExport(pc, { id: 691250 }, target);
    expect(saved).toMatchObject({ path: target, files: [] });
    const files = await unzipped(new Response(new Uint8Array(await readFile(target))));
    expect(JSON.parse(files["project.json"] ?? "")).toMatchObject({ id: 691250 });
    expect(await readdir(place)).toEqual(["harbour.zip"]);
  });

  it("is not begun where the folder has files in it, or has no place to stand in", async () => {
    const { pc, requests } = onVirtualClock(sandbox);
    await mkdir(join(place, "full"));
    await writeFile(join(place, "full/mine.txt"), "mine");
    expect((await failure(saveBuild(pc, build, join(place, "full"))))?.message).toContain("is no empty folder");
    expect((await failure(saveExport(pc, { id: 691250 }, join(place, "no/where.zip"))))?.message).toContain(
      "make it first",
    );
    expect(requests).toEqual([]);
    expect(await readdir(place)).toEqual(["full"]);
  });

  it("leaves nothing where the job fails, and says why it failed", async () => {
    const { pc, jobs } = onVirtualClock(sandbox);
    jobs.plan({ operationId: "downloadApp", end: "error", message: "A script could not be built" });
    const error = await failure(saveBuild(pc, build, join(place, "build")));
    expect(error).toMatchObject({ name: "WaiterFailedError" });
    expect(error?.message).toContain("A script could not be built");
    expect(await readdir(place)).toEqual([]);
  });

  it("ends at once when its signal aborts, and leaves nothing", async () => {
    const { pc } = onVirtualClock(sandbox);
    const controller = new AbortController();
    const onProgress = ({ step }: SaveProgress) => step === "job" && controller.abort();
    const error = await failure(saveBuild(pc, build, join(place, "build"), { signal: controller.signal, onProgress }));
    expect(error).toMatchObject({ name: "AbortError", code: "waiter_aborted" });
    expect(await readdir(place)).toEqual([]);
  });

  it("is given up after maxWaitMs", async () => {
    const { pc } = onVirtualClock(sandbox);
    const error = await failure(saveBuild(pc, build, join(place, "build"), { maxWaitMs: 1000 }));
    expect(error).toMatchObject({ name: "WaiterTimeoutError", state: "running" });
  });
});

/** A ZIP in memory; a name may be hostile, because yazl's own check is undone byte for byte. */
async function zipOf(files: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name.replaceAll("../", "xx/"));
  zip.end();
  const bytes = await buffer(zip.outputStream);
  return Buffer.from(bytes.toString("latin1").replaceAll("xx/", "../"), "latin1");
}

/** A client of a server whose builds are complete at once, with the address at the top, as old scripts know it. */
async function oldService(sendZip: (response: ServerResponse) => void) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    seen.push(`${method} ${url} ${headers.authorization ? "token" : "no token"}`);
    if (url?.startsWith("/build.zip")) return sendZip(response);
    const job = { id: 5120, status: "complete", messages: [], data: {}, url: `${baseUrl}/build.zip?signature=s3cret` };
    response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(job));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pc: PlayCanvas = createPlayCanvas({ auth: "a-secret-token", baseUrl, retry: false });
  return {
    pc,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe("an archive that a job has made", () => {
  it("is fetched without a poll where the start is complete at once", async () => {
    const zip = await zipOf({ "index.html": "<head></head>", "files/assets/88/1/rotate.js": "var a = 1;" });
    await using service = await oldService((response) => response.end(zip));
    const { files } = await saveBuild(service.pc, build, join(place, "build"));
    expect([...files].sort()).toEqual(["files/assets/88/1/rotate.js", "index.html"]);
    expect(service.seen).toEqual(["POST /api/apps/download token", "GET /build.zip?signature=s3cret no token"]);
  });

  it.each<[string, (response: ServerResponse) => void, object]>([
    ["whose address has expired", (response) => response.writeHead(410).end(), { name: "ApiError", status: 410 }],
    ["that is no archive", (response) => response.end("<html>"), { name: "ArchiveError" }],
    [
      "that breaks off",
      (response) => response.writeHead(200, { "content-length": 9 }).end("PK", () => response.destroy()),
      { name: "ConnectionError" },
    ],
  ])("%s is an error that keeps the signature to itself, and nothing is left", async (_, sendZip, expected) => {
    await using service = await oldService(sendZip);
    const error = await failure(saveBuild(service.pc, build, join(place, "build")));
    expect(error).toMatchObject(expected);
    expect(`${error?.stack}${JSON.stringify(error)}`).not.toContain("s3cret");
    expect(await readdir(place)).toEqual([]);
  });

  it("that reaches outside its folder is refused, and none of it is unpacked", async () => {
    const zip = await zipOf({ "index.html": "<head></head>", "../evil.txt": "out" });
    await using service = await oldService((response) => response.end(zip));
    const error = await failure(saveBuild(service.pc, build, join(place, "build")));
    expect(error).toMatchObject({ name: "ArchiveError" });
    expect(error?.message).toContain("../evil.txt");
    expect(await readdir(place)).toEqual([]);
  });
});
