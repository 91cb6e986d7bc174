import {
  type Ayon,
  apiKey,
  isBadRequestError,
  isConflictError,
  isNotFoundError,
  isPermissionDeniedError,
  login,
} from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

type Batch = Parameters<Ayon["operations"]["apply"]>[0]["body"];
type Item = NonNullable<Batch["operations"]>[number];

const project_name = "harbour_short";
const sh010 = "1f0e6b2ab8d511f19c4e0a58c3d27b02";
const productId = "3f0e6b2ab8d511f19c4e0a58c3d27b21";
const newId = "4f0e6b2ab8d511f19c4e0a58c3d27b34";
const nowhere = "00000000000000000000000000000000";
const rename: Item = { type: "update", entityType: "folder", entityId: sh010, data: { label: "Shot 010" } };
const fail: Item = { type: "update", entityType: "folder", entityId: nowhere, data: { label: "x" } };
const publish: readonly Item[] = [
  { id: "first", type: "create", entityType: "version", entityId: newId, data: { version: 3, product_id: productId } },
  { id: "second", type: "create", entityType: "representation", data: { name: "exr", versionId: newId } },
];
const artist = login({ name: "compositor_1", password: "fictional-passphrase-1" });

describe.each(ways)("a batch of operations on the sandbox, %s", (way) => {
  const world = useSandbox(way);
  const apply = (ay: Ayon, operations: readonly Item[], options: Omit<Batch, "operations"> = {}) =>
    ay.operations.apply({ project_name, body: { operations: [...operations], ...options } });

  it("does everything in its order, so that items may refer to what came before", async () => {
    const { admin, api } = world();
    const { operations, success } = await apply(admin, [...publish, rename]);
    expect(success).toBe(true);
    const made = String(operations[1]?.entityId);
    const done = { success: true, errorCode: null, detail: null };
    expect(operations).toEqual([
      { ...done, id: "first", type: "create", entityType: "version", entityId: newId, status: 201 },
      { ...done, id: "second", type: "create", entityType: "representation", entityId: made, status: 201 },
      { ...done, id: expect.any(String), type: "update", entityType: "folder", entityId: sh010, status: 204 },
    ]);
    const representation = await admin.representations.get({ project_name, representation_id: made });
    expect(representation.path).toBe("/shots/sh010/renderMain/v003/exr");
    const topics = api.ayon.store.list("Event", { project: project_name }).map(({ topic }) => topic);
    expect(topics.slice(-3)).toEqual([
      "entity.version.created",
      "entity.representation.created",
      "entity.folder.label_changed",
    ]);
  });

  it("of nothing succeeds", async () => {
    const { admin } = world();
    expect(await admin.operations.apply({ project_name, body: {} })).toEqual({ operations: [], success: true });
  });

  it("is taken back as a whole at the first failure, with its events, though the results before it stay", async () => {
    const { admin, api } = world();
    await admin.users.me(); // logs in, which is an event too
    const state = () => JSON.stringify(["Event", "Version", "Folder"].map((type) => api.ayon.store.list(type)));
    const before = state();
    const { operations, success } = await apply(admin, [...publish, fail, rename]);
    expect([success, operations.map((one) => [one.success, one.status])]).toEqual([
      false,
      [
        [true, 201],
        [true, 201],
        [false, 404],
      ],
    ]);
    expect(operations[2]).toMatchObject({ entityId: nowhere, errorCode: "not-found", detail: expect.any(String) });
    expect(state()).toBe(before);
    expect((await apply(admin, publish)).success).toBe(true);
  });

  it("that may fail keeps what succeeds", async () => {
    const { admin } = world();
    const invalid: Item = { type: "create", entityType: "task", data: { name: "no spaces", taskType: "Modeling" } };
    const { operations, success } = await apply(admin, [fail, invalid, rename], { canFail: true, raiseOnError: true });
    expect([success, operations.map(({ status, errorCode }) => [status, errorCode])]).toEqual([
      false,
      [
        [404, "not-found"],
        [400, "invalid_data"],
        [204, null],
      ],
    ]);
    expect(operations[1]?.entityId).toBeNull();
    expect((await admin.folders.get({ project_name, folder_id: sh010 })).label).toBe("Shot 010");
  });

  it("answers with its first failure where that is wanted", async () => {
    const { admin } = world();
    const raise = (item: Item) => failure(apply(admin, [rename, item], { raiseOnError: true }));
    expect(isNotFoundError(await raise(fail))).toBe(true);
    const taken: Item = { type: "create", entityType: "version", data: { version: 2, productId } };
    expect(isConflictError(await raise(taken))).toBe(true);
    const short: Item = { type: "create", entityType: "version", data: { productId } };
    expect(isBadRequestError(await raise(short))).toBe(true);
    expect(await admin.folders.get({ project_name, folder_id: sh010 })).not.toHaveProperty("label");
  });

  it("reads members in snake case, ids in any case, and gives entityId before an id in data", async () => {
    const { admin } = world();
    const data = { id: nowhere, name: "plateMain", product_type: "plate", folder_id: sh010.toUpperCase() };
    const id = "3F0E6B2AB8D511F19C4E0A58C3D27B2A";
    const { operations } = await apply(admin, [{ type: "create", entityType: "product", entityId: id, data }]);
    expect(operations[0]).toMatchObject({ success: true, entityId: id.toLowerCase() });
    const product = await admin.products.get({ project_name, product_id: id.toLowerCase() });
    expect(product).toMatchObject({ productType: "plate", folderId: sh010 });
  });

  it("forces what only managers may force", async () => {
    const { admin, client } = world();
    const renamed: Item = { ...rename, data: { name: "sh011" }, force: true };
    const removed: Item = { type: "delete", entityType: "folder", entityId: sh010, force: true };
    const status = async (ay: Ayon, item: Item) => (await apply(ay, [item])).operations[0]?.status;
    expect(await status(client(artist), { ...renamed, force: false })).toBe(403);
    expect(await status(client(artist), removed)).toBe(403);
    expect(await status(admin, renamed)).toBe(204);
    expect(await status(admin, { ...removed, force: false })).toBe(409);
    expect(await status(admin, removed)).toBe(204);
  });

  it.each([
    ["without saying which entity", [{ type: "update", entityType: "folder", data: {} }]],
    ["with an empty id", [{ type: "delete", entityType: "folder", entityId: "" }]],
    ["that changes an entity twice", [rename, rename]],
    ["that changes an entity and deletes it", [rename, { type: "delete", entityType: "folder", entityId: sh010 }]],
  ] as const)("%s is refused before anything is done", async (_what, operations) => {
    const { admin, api } = world();
    await admin.users.me(); // logs in, which is an event too
    const before = api.ayon.store.list("Event").length;
    for (const canFail of [true, false])
      expect(isBadRequestError(await failure(apply(admin, operations, { canFail })))).toBe(true);
    expect(api.ayon.store.list("Event")).toHaveLength(before);
  });

  it("fails at an item without data", async () => {
    const { admin } = world();
    for (const type of ["create", "update"] as const) {
      const { operations } = await apply(admin, [{ type, entityType: "folder", entityId: newId, data: null }]);
      expect(operations[0]).toMatchObject({ success: false, status: 400, entityId: newId });
    }
  });

  it("fails at values of another form, as the database or before it", async () => {
    const { admin } = world();
    const update = async (entityType: Item["entityType"], entityId: string, data: object) => {
      const item: Item = { type: "update", entityType, entityId, data: { ...data } };
      const { operations } = await apply(admin, [item]);
      return [operations[0]?.status, operations[0]?.errorCode];
    };
    expect(await update("folder", sh010, { status: null })).toEqual([400, "not-null-violation"]);
    expect(await update("folder", sh010, { status: "Done" })).toEqual([409, "foreign-key-violation"]);
    expect(await update("folder", sh010, { name: "no spaces" })).toEqual([400, "invalid_data"]);
    expect(await update("folder", sh010, { attrib: { fps: "24" } })).toEqual([400, "invalid_data"]);
    expect(await update("folder", "sh010", { label: "x" })).toEqual([400, "invalid_data"]);
    expect(await update("product", productId, { folderId: "sh010" })).toEqual([400, "invalid_data"]);
    const representation = "5f0e6b2ab8d511f19c4e0a58c3d27b42";
    for (const files of [[{ path: "x" }], [{ id: "x" }], [{ id: "x", path: "x", hash_type: "crc" }], "x", [1]])
      expect(await update("representation", representation, { files })).toEqual([400, "invalid_data"]);
    for (const wrong of [{ tags: "x" }, { tags: [1] }, { active: 1 }, { data: [] }, { label: 1 }, { attrib: "x" }])
      expect(await update("folder", sh010, wrong), JSON.stringify(wrong)).toEqual([400, "invalid_data"]);
    const version = "4f0e6b2ab8d511f19c4e0a58c3d27b32";
    for (const wrong of [{ version: 1.5 }, { version: "1" }, { version: 2 ** 31 }, { author: "a" }])
      expect(await update("version", version, wrong), JSON.stringify(wrong)).toEqual([400, "invalid_data"]);
    const raised = apply(admin, [{ ...rename, data: { status: null } }], { raiseOnError: true });
    expect(isConflictError(await failure(raised))).toBe(true);
  });

  it("acts as somebody else for services only", async () => {
    const { admin, client, api } = world();
    const asArtist: Item = { ...rename, asUser: "compositor_1" };
    const service = client(apiKey("fictionalkey00000000000000007f3a"));
    expect((await apply(service, [asArtist])).success).toBe(true);
    expect((await admin.folders.get({ project_name, folder_id: sh010 })).updatedBy).toBe("compositor_1");
    expect(api.ayon.store.list("Event", { project: project_name }).at(-1)).toMatchObject({ user: "compositor_1" });
    expect((await apply(client(artist), [asArtist])).success).toBe(true);
    expect(isPermissionDeniedError(await failure(apply(admin, [asArtist])))).toBe(true);
    expect(isNotFoundError(await failure(apply(service, [{ ...rename, asUser: "nobody_here" }])))).toBe(true);
  });

  it("does with an item what the user may do whom it acts as", async () => {
    const { admin, client } = world();
    await admin.users.create({ user_name: "outsider", body: {} });
    const service = client(apiKey("fictionalkey00000000000000007f3a"));
    const { operations } = await apply(service, [{ ...rename, asUser: "outsider" }]);
    expect(operations[0]).toMatchObject({ success: false, status: 403, errorCode: "forbidden" });
  });
});

describe.each(ways)("a batch in the background on the sandbox, %s", (way) => {
  const world = useSandbox(way);
  const start = (ay: Ayon, operations: readonly Item[], canFail = false) =>
    ay.operations.applyInBackground({ project_name, body: { operations: [...operations], canFail } });

  it("waits, runs and is completed, and only then its result and its effects are there", async () => {
    const { admin, clock, api } = world();
    const { id } = await start(admin, publish);
    expect(api.ayon.store.get("Version", newId)).toBeUndefined();
    const read = () => admin.operations.getBackground({ project_name, task_id: id });
    const seen = new Set<string>();
    for (let reads = 0; reads < 10; reads += 1) {
      const { status, progress, result } = await read();
      seen.add(status);
      if (status === "completed") {
        expect([progress, result?.success]).toEqual([100, true]);
        break;
      }
      expect(result).toBeNull();
      clock.advance(1000);
    }
    expect([...seen].at(-1)).toBe("completed");
    expect((await admin.versions.get({ project_name, version_id: newId })).version).toBe(3);
  });

  it("is completed also where it failed and was taken back", async () => {
    const { admin } = world();
    const result = await resultOf(admin, (await start(admin, [...publish, fail])).id);
    expect(result?.success).toBe(false);
    expect(result?.operations.map(({ status }) => status)).toEqual([201, 201, 404]);
    expect(isNotFoundError(await failure(admin.versions.get({ project_name, version_id: newId })))).toBe(true);
  });

  it("shows nothing of what it will do", async () => {
    const { admin } = world();
    const { id } = await start(admin, [rename]);
    const answer = await admin.operations.getBackground({ project_name, task_id: id });
    expect(Object.keys(answer).sort()).toEqual(["id", "progress", "result", "status"]);
  });

  it("is forgotten half an hour after its end", async () => {
    const { admin, clock } = world();
    const { id } = await start(admin, [rename]);
    const read = () => admin.operations.getBackground({ project_name, task_id: id });
    clock.advance(30 * 60_000);
    expect((await read()).status).toBe("completed");
    clock.advance(60_000);
    expect(isNotFoundError(await failure(read()))).toBe(true);
  });

  it("is read under any project, but under one, and by its id", async () => {
    const { admin } = world();
    const { id: task_id } = await start(admin, [rename]);
    const read = (project: string, id = task_id) =>
      admin.operations.getBackground({ project_name: project, task_id: id });
    expect((await read("studio_library")).id).toBe(task_id);
    expect(isNotFoundError(await failure(read("no_such_project")))).toBe(true);
    expect(isNotFoundError(await failure(read(project_name, nowhere)))).toBe(true);
  });

  it("is refused where it can't be read, or acts as somebody else", async () => {
    const { admin } = world();
    expect(isBadRequestError(await failure(start(admin, [rename, rename])))).toBe(true);
    const asArtist = start(admin, [{ ...rename, asUser: "compositor_1" }]);
    expect(isPermissionDeniedError(await failure(asArtist))).toBe(true);
  });

  it("fails item by item where its project is gone", async () => {
    const { admin } = world();
    const job = await start(admin, [rename]);
    await admin.projects.delete({ project_name });
    // The status is read under any project.
    const result = await resultOf(admin, job.id, "studio_library");
    expect(result).toMatchObject({ success: false, operations: [{ status: 404 }] });
  });
});

/** What became of a batch in the background: reading its status moves it on. */
async function resultOf(ay: Ayon, task_id: string, project = project_name) {
  for (let reads = 0; reads < 10; reads += 1) {
    const { status, result } = await ay.operations.getBackground({ project_name: project, task_id });
    if (status === "completed") return result;
  }
  throw new Error(`The batch ${task_id} is not completed after ten reads.`);
}
