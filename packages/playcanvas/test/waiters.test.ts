import { WaiterFailedError, WaiterTimeoutError } from "@fairlead/playcanvas";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { type Sandbox, startSandbox } from "@fairlead/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { branch } from "./inputs.ts";
import { onVirtualClock } from "./on-virtual-clock.ts";
import { unzipped } from "./unzipped.ts";

const build = { body: { project_id: 691250, name: "Harbour tour", scenes: [1203, 1204] } };

describe("a wait on the sandbox", () => {
  let sandbox: Sandbox<{ playcanvas: typeof playcanvas }>;
  beforeAll(async () => {
    sandbox = await startSandbox({ apis: { playcanvas } });
  });
  afterAll(() => sandbox.close());

  const world = () => onVirtualClock(sandbox);

  it("builds an app, and its ZIP is fetched from the result without the token", async () => {
    const { pc, requests, elapsedMs } = world();
    const seen: unknown[] = [];
    const job = pc.apps.download.wait(build, {
      onProgress: ({ status }, { polls }) => void seen.push([status, polls]),
    });
    const file = await job.done();
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
    const { pc } = world();
    const file = await pc.projects.export.wait({ id: 691250, body: { branch_id: branch } }).done();
    const files = await unzipped(new Response(await file.blob()));
    expect(JSON.parse(files["project.json"] ?? "")).toMatchObject({ id: 691250 });
  });

  it("makes a checkpoint, which is the result itself", async () => {
    const { pc } = world();
    const input = { body: { projectId: 691250, branchId: branch, description: "Before the fair" } };
    const made = await pc.checkpoints.create.wait(input).done();
    expect(await pc.checkpoints.get({ id: made.id })).toMatchObject({ description: "Before the fair" });
  });

  it("fails with the message that the server gives", async () => {
    const { pc, jobs } = world();
    jobs.plan({ operationId: "downloadApp", end: "error", message: "Could not export" });
    const error = await pc.apps.download
      .wait(build)
      .done()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WaiterFailedError);
    expect(error).toMatchObject({ state: "error", tally: { running: 2, error: 1 } });
    expect((error as WaiterFailedError).message).toContain("failed, Could not export");
    expect((error as WaiterFailedError).resource).toMatchObject({ status: "error", messages: ["Could not export"] });
  });

  it("gives up in time, and another client takes it up from the token", async () => {
    const { pc } = world();
    const job = pc.apps.download.wait(build, { maxWaitMs: 1000 });
    expect(await job.done().catch((reason: unknown) => reason)).toBeInstanceOf(WaiterTimeoutError);
    const later = pc.apps.download.wait.resume(job.serialize());
    expect((await later.done()).origin).toMatch(/^http:/);
  });

  it("takes a job of any kind that exists by its id, and gives its data", async () => {
    const { pc } = world();
    const { id } = await pc.projects.export({ id: 691250 });
    expect(await pc.jobs.wait({ id }).done()).toMatchObject({ url: expect.any(String) });
    const made = await pc.checkpoints.create({ body: { projectId: 691250, branchId: branch, description: "Noon" } });
    const states: string[] = [];
    for await (const { status } of pc.jobs.get.wait({ id: made.id })) states.push(status);
    expect(states.at(-1)).toBe("complete");
  });

  it("says which job it was where nobody knows its id", async () => {
    const { pc } = world();
    const error = await pc.jobs
      .wait({ id: 99 })
      .done()
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "WaiterError", cause: { status: 404 } });
    expect((error as Error).message).toMatch(/^GET \/api\/jobs\/\{id\}: poll 1 failed, .*404/);
  });
});
