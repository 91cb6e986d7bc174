import {
  createCheckpoint,
  createPlayCanvasCore,
  downloadApp,
  exportProject,
  getCheckpoint,
  getJob,
} from "@fairlead/playcanvas/operations";
import playcanvas from "@fairlead/playcanvas/sandbox";
import {
  type FileResult,
  fileResult,
  type JobRow,
  type OperationFunction,
  WaiterFailedError,
  WaiterTimeoutError,
  type WaitFunction,
  waitFunction,
} from "@fairlead/runtime";
import { type Sandbox, startSandbox } from "@fairlead/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { branch } from "./inputs.ts";
import { unzipped } from "./unzipped.ts";

const usual = {
  name: "buildJob",
  start: { id: "/id", state: "/status" },
  status: { operationId: "getJob", param: "path.id", state: "/status" },
  states: {
    running: {},
    complete: { end: "success", result: ["/data"] },
    error: { end: "failure", message: ["/messages/0"] },
  },
  poll: { everyMs: 2000, factor: 1.5, maxMs: 15_000, timeoutMs: 600_000 },
} as const;

/** `.wait` of an operation by its row of the document. */
function waitFor(
  id: string,
  path: string,
  start: object | undefined,
  row: Pick<JobRow, "result" | "resultKind">,
): WaitFunction {
  return waitFunction({
    row: { ...usual, ...row },
    operation: { id, method: "POST", path },
    start: start as OperationFunction | undefined,
    status: getJob as unknown as OperationFunction,
    statusParam: "id",
    result: row.resultKind === "file" ? fileResult : undefined,
  });
}

const download = waitFor("downloadApp", "/api/apps/download", downloadApp, {
  result: ["/data/download_url", "/url"],
  resultKind: "file",
});
const exported = waitFor("exportProject", "/api/projects/{id}/export", exportProject, {
  result: ["/data/url"],
  resultKind: "file",
});
const checkpoint = waitFor("createCheckpoint", "/api/checkpoints", createCheckpoint, {
  result: ["/data"],
  resultKind: "json",
});
const existing = waitFor("getJob", "/api/jobs/{id}", undefined, { resultKind: "json" });

const build = { body: { project_id: 691250, name: "Harbour tour", scenes: [1203, 1204] } };

describe("a wait on the sandbox", () => {
  let sandbox: Sandbox<{ playcanvas: typeof playcanvas }>;
  beforeAll(async () => {
    sandbox = await startSandbox({ apis: { playcanvas } });
  });
  afterAll(() => sandbox.close());

  /** A core client whose pauses move the clock of its session, and nothing else does. */
  function world() {
    const session = sandbox.session();
    const { url, token, fetch } = session.api.playcanvas;
    const requests: Request[] = [];
    const started = session.clock.now();
    const clock = {
      now: () => session.clock.now(),
      after(delayMs: number, run: () => void) {
        // Limits of requests never pass here: only what is shorter than the shortest of them is a pause.
        if (delayMs >= 20_000) return () => {};
        let isOff = false;
        setImmediate(() => {
          if (isOff) return;
          session.clock.advance(delayMs);
          run();
        });
        return () => {
          isOff = true;
        };
      },
    };
    const options = {
      auth: token(),
      baseUrl: url,
      clock,
      random: () => 0.5,
      fetch: (address: string, init: RequestInit) => {
        const request = new Request(address, init);
        requests.push(request);
        return fetch(request);
      },
    };
    const core = createPlayCanvasCore(options);
    const elapsedMs = () => session.clock.now() - started;
    return { ...session, core, requests, elapsedMs };
  }

  it("builds an app, and its ZIP is fetched from the result without the token", async () => {
    const { core, requests, elapsedMs } = world();
    const seen: unknown[] = [];
    const job = download(core, build, {
      onProgress: ({ status }: { status: string }, { polls }: { polls: number }) => void seen.push([status, polls]),
    } as object);
    const file = (await job.done()) as FileResult;
    expect(seen).toEqual([
      ["running", 0],
      ["running", 1],
      ["complete", 2],
    ]);
    expect(elapsedMs()).toBe(5000);
    const files = await unzipped(new Response(await file.stream()));
    expect(Object.keys(files)).toContain("index.html");
    expect((await file.bytes()).length).toBe((await file.blob()).size);
    expect(requests.map(({ headers }) => headers.has("authorization"))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("exports a project", async () => {
    const { core } = world();
    const file = (await exported(core, { id: 691250, body: { branch_id: branch } }).done()) as FileResult;
    const files = await unzipped(new Response(await file.blob()));
    expect(JSON.parse(files["project.json"] ?? "")).toMatchObject({ id: 691250 });
  });

  it("makes a checkpoint, which is the result itself", async () => {
    const { core } = world();
    const input = { body: { projectId: 691250, branchId: branch, description: "Before the fair" } };
    const made = (await checkpoint(core, input).done()) as { id: string };
    expect(await getCheckpoint(core, { id: made.id })).toMatchObject({ description: "Before the fair" });
  });

  it("fails with the message that the server gives", async () => {
    const { core, jobs } = world();
    jobs.plan({ operationId: "downloadApp", end: "error", message: "Could not export" });
    const error = await download(core, build)
      .done()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WaiterFailedError);
    expect(error).toMatchObject({ state: "error", tally: { running: 2, error: 1 } });
    expect((error as WaiterFailedError).message).toContain("failed, Could not export");
    expect((error as WaiterFailedError).resource).toMatchObject({ status: "error", messages: ["Could not export"] });
  });

  it("gives up in time, and another client takes it up from the token", async () => {
    const { core } = world();
    const job = download(core, build, { maxWaitMs: 1000 });
    expect(await job.done().catch((reason: unknown) => reason)).toBeInstanceOf(WaiterTimeoutError);
    const later = download.resume(core, job.serialize());
    expect(((await later.done()) as FileResult).origin).toMatch(/^http:/);
  });

  it("takes a job that exists by its id", async () => {
    const { core } = world();
    const { id } = await exportProject(core, { id: 691250 });
    expect(await existing(core, { id }).done()).toMatchObject({ url: expect.any(String) });
  });
});
