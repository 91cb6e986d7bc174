import { isBadRequestError, isNotFoundError, isPayloadTooLargeError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const deploymentId = "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5";
const seeded = { deploymentId: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3", checkRunId: "chr_7pQs3dFg6HjK1wZx" };
const foreign = "dpl_5Vt8wKe3RyH6bNj1cXq9uLm4";
const checkId = "chk_5mWq8zRt2VxL9nKc";

describe.each(ways)("check runs on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("begin as queued with what their check has, and are listed newest first", async () => {
    const { acme, clock } = world();
    const first = await acme.checkRuns.create({ deploymentId, body: { checkId } });
    expect(first).toMatchObject({
      id: expect.stringMatching(/^chr_/),
      name: "Pages load",
      checkId,
      deploymentId,
      projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
      ownerId: "team_1a79a4d60de6718e8e5b326e",
      status: "queued",
      timeout: 300_000,
      source: { kind: "webhook" },
      createdAt: clock.now(),
    });
    expect(first.conclusion).toBeUndefined();
    const second = await acme.checkRuns.create({ deploymentId, body: { checkId } });
    const { runs } = await acme.checkRuns.list({ deploymentId });
    expect(runs.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await acme.checkRuns.get({ deploymentId, checkRunId: first.id })).toEqual(first);
  });

  it("are reported on until they end, and the deployment tells how all of them are", async () => {
    const { acme, clock } = world();
    const checks = async (): Promise<unknown> => {
      const { checksState, checksConclusion } = await acme.deployments.get({ idOrUrl: deploymentId });
      return [checksState, checksConclusion];
    };
    expect(await checks()).toEqual([undefined, undefined]);
    const { id: one } = await acme.checkRuns.create({ deploymentId, body: { checkId } });
    const { id: two } = await acme.checkRuns.create({ deploymentId, body: { checkId } });
    expect(await checks()).toEqual(["registered", undefined]);

    const running = { status: "running", externalId: "run-1", output: { pages: 3 } } as const;
    await acme.checkRuns.update({ deploymentId, checkRunId: one, body: running });
    expect(await checks()).toEqual(["running", undefined]);
    clock.advance(5000);
    const ended = await acme.checkRuns.update({ deploymentId, checkRunId: one, body: { conclusion: "timeout" } });
    expect(ended).toMatchObject({ ...running, status: "completed", conclusion: "timeout", completedAt: clock.now() });
    expect(ended.updatedAt).toBe(clock.now());
    expect(await checks()).toEqual(["running", undefined]);
    const body = { status: "completed", conclusion: "neutral", completedAt: 1_767_225_600_000 } as const;
    expect(await acme.checkRuns.update({ deploymentId, checkRunId: two, body })).toMatchObject(body);
    expect(await checks()).toEqual(["completed", "failed"]);
  });

  it("can run again, and have no conclusion then", async () => {
    const { acme } = world();
    const again = await acme.checkRuns.update({ ...seeded, body: { status: "running" } });
    expect(again.status).toBe("running");
    expect(again).not.toHaveProperty("conclusion");
    expect(again).not.toHaveProperty("completedAt");
    expect(again.externalUrl).toBe("https://pages.example.com/runs/4711");
    expect((await acme.deployments.get({ idOrUrl: seeded.deploymentId })).checksState).toBe("running");
  });

  it("don't end without a conclusion, and have none before: 400", async () => {
    const { acme } = world();
    const { id: checkRunId } = await acme.checkRuns.create({ deploymentId, body: { checkId } });
    const before = await acme.checkRuns.get({ deploymentId, checkRunId });
    for (const body of [{ status: "completed" }, { status: "running", conclusion: "failed" }] as const) {
      const error = await failure(acme.checkRuns.update({ deploymentId, checkRunId, body }));
      expect(isBadRequestError(error)).toBe(true);
      expect(error).toMatchObject({ body: { error: { code: "bad_request" } } });
    }
    expect(await acme.checkRuns.get({ deploymentId, checkRunId })).toEqual(before);
  });

  it("take 65,536 characters of output and no more: 413", async () => {
    const { acme } = world();
    const text = (length: number) => ({ output: { text: "x".repeat(length - '{"text":""}'.length) } });
    await acme.checkRuns.update({ ...seeded, body: text(65_536) });
    const error = await failure(acme.checkRuns.update({ ...seeded, body: text(65_537) }));
    expect(isPayloadTooLargeError(error)).toBe(true);
  });

  it("belong to a deployment of the account, and to one only: 404", async () => {
    const { acme, own } = world();
    const lost = [
      acme.checkRuns.list({ deploymentId: foreign }),
      own.checkRuns.list({ deploymentId }),
      own.checkRuns.get(seeded),
      acme.checkRuns.get({ ...seeded, deploymentId }),
      acme.checkRuns.get({ ...seeded, checkRunId: "chr_none" }),
      own.checkRuns.update({ ...seeded, body: { status: "running" } }),
      acme.checkRuns.create({ deploymentId, body: { checkId: "chk_none" } }),
      acme.checkRuns.create({ deploymentId: foreign, body: { checkId } }),
    ];
    for (const call of lost) {
      const error = await failure(call);
      expect(isNotFoundError(error)).toBe(true);
      expect(error).toMatchObject({ body: { error: { code: "not_found" } } });
    }
    expect((await acme.checkRuns.get(seeded)).status).toBe("completed");
  });

  it("are of checks that a test adds to a project, and go with their deployment", async () => {
    const { acme, api } = world();
    const { id, projectId } = await acme.deployments.create({
      body: { name: "tide-table", files: [{ file: "a", data: "1" }] },
    });
    const lost = await failure(acme.checkRuns.create({ deploymentId: id, body: { checkId } }));
    expect(isNotFoundError(lost)).toBe(true);
    const { store } = api.vercel;
    const check = store.create("Check", { projectId, name: "Lights", source: { kind: "webhook" }, timeout: 1000 });
    const run = await acme.checkRuns.create({ deploymentId: id, body: { checkId: String(check.id) } });
    expect(run).toMatchObject({ name: "Lights", timeout: 1000 });
    await acme.deployments.delete({ idOrUrl: id });
    expect(store.get("CheckRun", run.id)).toBeUndefined();
  });
});
