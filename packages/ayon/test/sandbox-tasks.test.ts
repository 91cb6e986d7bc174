import { isConflictError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const project_name = "harbour_short";
const task_id = "2f0e6b2ab8d511f19c4e0a58c3d27b11";
const folderId = "1f0e6b2ab8d511f19c4e0a58c3d27b02";
const version_id = "4f0e6b2ab8d511f19c4e0a58c3d27b32";
const about = { project_name, task_id };
const artist = login({ name: "compositor_1", password: "fictional-passphrase-1" });

describe.each(ways)("tasks on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("inherit from their folder and the project, and forget who made them until somebody changes them", async () => {
    const { admin } = world();
    const body = { name: "Paint", taskType: "Compositing", folderId, attrib: { priority: "low" } };
    const { id } = await admin.tasks.create({ project_name, body });
    const task = await admin.tasks.get({ project_name, task_id: id });
    expect(task).toMatchObject({
      ...{ path: "/shots/sh010/Paint", assignees: [], status: "Not started", ownAttrib: ["priority"] },
      attrib: { priority: "low", fps: 24, frameEnd: 1096 },
    });
    expect(task).not.toHaveProperty("createdBy");
    expect(task).not.toHaveProperty("updatedBy");
    await admin.tasks.update({ project_name, task_id: id, body: { attrib: { priority: null } } });
    expect(await admin.tasks.get({ project_name, task_id: id })).toMatchObject({
      ...{ updatedBy: "admin", ownAttrib: [] },
      attrib: { priority: "normal" },
    });
  });

  it("are called what no other in the folder is called, in any case, while both are active", async () => {
    const { admin } = world();
    const body = { name: "COMPOSITING", taskType: "Compositing", folderId };
    expect(isConflictError(await failure(admin.tasks.create({ project_name, body })))).toBe(true);
    const { id } = await admin.tasks.create({ project_name, body: { ...body, active: false } });
    const again = admin.tasks.update({ project_name, task_id: id, body: { active: true } });
    expect(isConflictError(await failure(again))).toBe(true);
    const buoy = "1f0e6b2ab8d511f19c4e0a58c3d27b04";
    await admin.tasks.update({ project_name, task_id: id, body: { active: true, folderId: buoy } });
    expect((await admin.tasks.get({ project_name, task_id: id })).path).toBe("/assets/buoy/COMPOSITING");
  });

  it("get users added, removed and replaced, each once, and the last editor is forgotten", async () => {
    const { admin } = world();
    const assign = async (mode: "add" | "remove" | "set", users: string[]) => {
      expect(await admin.tasks.assign({ ...about, body: { mode, users } })).toBeUndefined();
      return (await admin.tasks.get(about)).assignees;
    };
    expect(await assign("add", ["producer", "compositor_1", "nobody_here"])).toEqual([
      "compositor_1",
      "producer",
      "nobody_here",
    ]);
    expect(await assign("remove", ["compositor_1", "admin"])).toEqual(["producer", "nobody_here"]);
    expect(await assign("set", ["admin", "admin"])).toEqual(["admin"]);
    expect(await admin.tasks.get(about)).not.toHaveProperty("updatedBy");
  });

  it("tell of an assignment in one event, and of none where nothing changes", async () => {
    const { admin, api } = world();
    const before = (await admin.tasks.get(about)).updatedAt;
    await admin.tasks.assign({ ...about, body: { mode: "add", users: ["compositor_1"] } });
    expect((await admin.tasks.get(about)).updatedAt).toBe(before);
    await admin.tasks.assign({ ...about, body: { mode: "add", users: ["producer"] } });
    const events = api.ayon.store.list("Event", { topic: "entity.task.assignees_changed" });
    expect(events).toMatchObject([
      { payload: { oldValue: ["compositor_1"], newValue: ["compositor_1", "producer"] }, user: "admin" },
    ]);
  });

  it("let people assign nobody but themselves, unless they are managers", async () => {
    const { client } = world();
    const mine = client(artist);
    await mine.tasks.assign({ ...about, body: { mode: "remove", users: ["compositor_1"] } });
    await mine.tasks.assign({ ...about, body: { mode: "add", users: ["compositor_1"] } });
    for (const users of [["producer"], ["compositor_1", "producer"], []])
      expect(
        isPermissionDeniedError(await failure(mine.tasks.assign({ ...about, body: { mode: "set", users } }))),
      ).toBe(true);
    const producer = client(login({ name: "producer", password: "producer" }));
    await producer.tasks.assign({ ...about, body: { mode: "set", users: [] } });
    expect((await producer.tasks.get(about)).assignees).toEqual([]);
  });

  it("take their workfiles with them, and leave their versions without a task", async () => {
    const { admin, api } = world();
    const before = await admin.versions.get({ project_name, version_id });
    expect(before.taskId).toBe(task_id);
    await admin.tasks.delete(about);
    expect(api.ayon.store.list("Workfile")).toEqual([]);
    const after = await admin.versions.get({ project_name, version_id });
    expect(after).not.toHaveProperty("taskId");
    expect(Date.parse(after.updatedAt)).toBe(Date.parse(before.updatedAt));
  });

  it("look changed when a version is made in them", async () => {
    const { admin } = world();
    const before = Date.parse((await admin.tasks.get(about)).updatedAt);
    const productId = "3f0e6b2ab8d511f19c4e0a58c3d27b21";
    await admin.versions.create({ project_name, body: { version: 3, productId, taskId: task_id } });
    expect(Date.parse((await admin.tasks.get(about)).updatedAt)).toBeGreaterThan(before);
  });
});
