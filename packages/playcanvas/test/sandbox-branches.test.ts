import { isApiError, isNotFoundError } from "@fairlead/playcanvas";
import { describe, expect, it } from "vitest";
import { branch } from "./inputs.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "no error",
    (error: unknown) => error,
  );
const status = async (call: Promise<unknown>): Promise<number | undefined> => {
  const error = await failure(call);
  return isApiError(error) ? error.status : undefined;
};
const newBranch = { name: "night-lights", projectId: 691250, sourceBranchId: branch };

describe.each(ways)("scenes on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are those of the main branch where none is named, or it is called master", async () => {
    const { pc } = world();
    const { result } = await pc.scenes.list({ projectId: 691250 });
    expect(result.map(({ id, name }) => [id, name])).toEqual([
      [1203, "Quay"],
      [1204, "Lighthouse"],
    ]);
    expect(await pc.scenes.list({ projectId: 691250, branchId: "master" })).toEqual({ result });
    expect(await pc.scenes.list({ projectId: 691250, branchId: branch })).toEqual({ result });
    const gates = await pc.scenes.list({ projectId: 691250, branchId: "99999999-9999-9999-9999-999999999999" });
    expect(gates.result.map(({ id }) => id)).toEqual([1203, 1204, 1205]);
    expect((await pc.scenes.list({ projectId: 690118 })).result.map(({ id }) => id)).toEqual([1102]);
  });

  it("need a project, and a branch of that project", async () => {
    const { pc } = world();
    expect(await failure(pc.scenes.list({ projectId: 7 }))).toSatisfy(isNotFoundError);
    expect(await failure(pc.scenes.list({ projectId: 690118, branchId: branch }))).toSatisfy(isNotFoundError);
  });
});

describe.each(ways)("checkpoints on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("come newest first and fill two pages", async () => {
    const { pc } = world();
    const first = await pc.checkpoints.list({ branchId: branch });
    expect(first.result).toHaveLength(25);
    expect(first.pagination).toEqual({ hasMore: true });
    const second = await pc.checkpoints.list({ branchId: branch, skip: first.result.at(-1)?.id ?? "" });
    expect(second.pagination).toEqual({ hasMore: false });
    const all = [...first.result, ...second.result].map(({ createdAt }) => createdAt);
    expect(all).toHaveLength(27);
    expect(all).toEqual([...all].sort().reverse());
  });

  it("are jobs that tell what was asked for, and end as the checkpoint, which the branch then names", async () => {
    const { pc, clock } = world();
    const asked = { projectId: 691250, branchId: branch, description: "Before the fair" };
    const job = await pc.checkpoints.create({ body: asked });
    expect(job).toMatchObject({
      status: "running",
      data: {
        type: "checkpoint_create",
        project_id: 691250,
        branch_id: branch,
        user_id: 20417,
        user: { id: 20417, fullName: "Harbour Team", username: "harbour-team" },
        description: "Before the fair",
      },
    });
    expect((await pc.checkpoints.list({ branchId: branch })).result[0]?.description).toBe("Boats move with the tide");
    clock.advance("PT5S");
    const { data, status: state } = await pc.jobs.get({ id: job.id });
    expect(state).toBe("complete");
    const made = data as { id: string };
    expect(made).toEqual(await pc.checkpoints.get({ id: made.id }));
    expect((await pc.checkpoints.list({ branchId: branch, limit: 1 })).result).toEqual([data]);
    const { result } = await pc.branches.list({ projectId: 691250 });
    expect(result.find(({ id }) => id === branch)?.latestCheckpointId).toBe(made.id);
  });

  it("are there when their time has come, although nobody has looked at the job", async () => {
    const { pc, clock } = world();
    await pc.assets.create({ body: { name: "new.js", projectId: 691250, branchId: branch, file: new Blob(["1"]) } });
    await pc.checkpoints.create({ body: { projectId: 691250, branchId: branch, description: "Before the fair" } });
    clock.advance("PT5S");
    const made = await pc.branches.create({ body: newBranch });
    expect((await pc.checkpoints.get({ id: made.latestCheckpointId })).description).toBe("Before the fair");
    expect((await pc.assets.get({ assetId: 31422, branchId: made.id })).name).toBe("new.js");
  });

  it("need a branch of the project that is named", async () => {
    const { pc } = world();
    const body = { projectId: 690118, branchId: branch, description: "Nothing" };
    expect(await status(pc.checkpoints.create({ body }))).toBe(404);
    expect(await status(pc.checkpoints.create({ body: { ...body, projectId: 7 } }))).toBe(404);
  });
});

describe.each(ways)("branches on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("begin with what the latest checkpoint of their source holds, not with work after it", async () => {
    const { pc } = world();
    await pc.assets.delete({ assetId: 31412, branchId: branch });
    const made = await pc.branches.create({ body: newBranch });
    expect(made).toMatchObject({
      name: "night-lights",
      projectId: 691250,
      closed: false,
      permanent: false,
      latestCheckpointId: "7c1e0d2a-58b9-4f36-8e47-19d2b6a0c5f3",
      user: { username: "harbour-team" },
    });
    const { result: scenes } = await pc.scenes.list({ projectId: 691250, branchId: made.id });
    expect(scenes.map(({ id }) => id)).toEqual([1203, 1204]);
    const credits = await pc.assets.get({ assetId: 31412, branchId: made.id });
    expect(credits.file?.url).toBe(`/api/assets/31412/file/credits.txt?branchId=${made.id}`);
    expect(await failure(pc.assets.get({ assetId: 31412, branchId: branch }))).toSatisfy(isNotFoundError);
  });

  it("begin with what an older checkpoint of their source holds, which may be nothing", async () => {
    const { pc } = world();
    const sourceCheckpointId = "2a6de1f7-94c3-4b0e-b1d8-75f0a3c6e912";
    const made = await pc.branches.create({ body: { ...newBranch, sourceCheckpointId } });
    expect(made.latestCheckpointId).toBe(sourceCheckpointId);
    expect(await pc.scenes.list({ projectId: 691250, branchId: made.id })).toEqual({ result: [] });
    expect((await pc.assets.list({ projectId: 691250, branchId: made.id })).pagination.total).toBe(0);
  });

  it("go their own ways afterwards, and can be branched from again", async () => {
    const { pc } = world();
    const made = await pc.branches.create({ body: newBranch });
    await pc.assets.update({ assetId: 31402, body: { branchId: made.id, name: "ferry.js" } });
    expect((await pc.assets.get({ assetId: 31402, branchId: branch })).name).toBe("boat.js");
    const again = await pc.branches.create({ body: { ...newBranch, name: "dawn", sourceBranchId: made.id } });
    expect((await pc.assets.get({ assetId: 31402, branchId: again.id })).name).toBe("boat.js");
  });

  it("can be branched from although their checkpoint is that of another branch", async () => {
    const { pc } = world();
    const { result } = await pc.checkpoints.list({ branchId: branch, limit: 10 });
    const sourceCheckpointId = result.at(-1)?.id ?? "";
    const made = await pc.branches.create({ body: { ...newBranch, sourceCheckpointId } });
    const again = await pc.branches.create({ body: { ...newBranch, name: "dawn", sourceBranchId: made.id } });
    const names = async (branchId: string): Promise<string[]> =>
      (await pc.assets.list({ projectId: 691250, branchId, limit: 100 })).result.map(({ name }) => name);
    expect(await names(again.id)).toEqual(await names(made.id));
    expect(await names(again.id)).toContain("tide.js");
    expect(await names(again.id)).not.toContain("boat.js"); // made after that checkpoint
  });

  it("have names of their own in the project, and come in the order of these", async () => {
    const { pc } = world();
    expect(await status(pc.branches.create({ body: { ...newBranch, name: "main" } }))).toBe(400);
    await pc.branches.create({ body: newBranch });
    expect(await status(pc.branches.create({ body: newBranch }))).toBe(400);
    const { result, pagination } = await pc.branches.list({ projectId: 691250 });
    expect(result.map(({ name }) => name)).toEqual(["main", "night-lights", "tide-gates"]);
    expect(pagination).toEqual({ hasMore: false });
  });

  it("need a source in the same project, and a checkpoint of that source", async () => {
    const { pc } = world();
    const ferry = "c2a5f7d8-1b3e-4c60-8f92-6d4e0b9a7c15";
    const gates = "b8f4d0a6-2e17-4c95-a3d8-5f60c7e1b924";
    expect(await status(pc.branches.create({ body: { ...newBranch, projectId: 7 } }))).toBe(404);
    expect(await status(pc.branches.create({ body: { ...newBranch, sourceBranchId: ferry } }))).toBe(404);
    expect(await status(pc.branches.create({ body: { ...newBranch, sourceCheckpointId: "fog" } }))).toBe(404);
    expect(await status(pc.branches.create({ body: { ...newBranch, sourceCheckpointId: gates } }))).toBe(400);
    expect((await pc.branches.list({ projectId: 691250 })).result).toHaveLength(2);
  });
});
