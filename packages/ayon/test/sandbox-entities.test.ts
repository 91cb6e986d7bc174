import {
  type Ayon,
  isBadRequestError,
  isConflictError,
  isNotFoundError,
  isPermissionDeniedError,
  login,
} from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const project_name = "harbour_short";
const nowhere = "00000000000000000000000000000000";
const folderId = "1f0e6b2ab8d511f19c4e0a58c3d27b02";
const taskId = "2f0e6b2ab8d511f19c4e0a58c3d27b11";
const productId = "3f0e6b2ab8d511f19c4e0a58c3d27b21";
const versionId = "4f0e6b2ab8d511f19c4e0a58c3d27b32";
const artist = login({ name: "compositor_1", password: "fictional-passphrase-1" });

/** How each kind of entity is made, read, changed and removed, with one that the seed has and one that it has not. */
const kinds = (ay: Ayon) => ({
  folder: {
    seeded: folderId,
    body: { name: "sh020", parentId: "1f0e6b2ab8d511f19c4e0a58c3d27b01" },
    taken: { name: "SH010", parentId: "1f0e6b2ab8d511f19c4e0a58c3d27b01" },
    orphan: { name: "sh020", parentId: nowhere },
    create: (body: object) => ay.folders.create({ project_name, body: body as { name: string } }),
    get: (folder_id: string) => ay.folders.get({ project_name, folder_id }),
    update: (folder_id: string, body: object) => ay.folders.update({ project_name, folder_id, body }),
    remove: (folder_id: string) => ay.folders.delete({ project_name, folder_id }),
  },
  task: {
    seeded: taskId,
    body: { name: "roto", taskType: "Compositing", folderId },
    taken: { name: "Compositing", taskType: "Compositing", folderId },
    orphan: { name: "roto", taskType: "Compositing", folderId: nowhere },
    create: (body: object) =>
      ay.tasks.create({ project_name, body: body as { name: string; taskType: string; folderId: string } }),
    get: (task_id: string) => ay.tasks.get({ project_name, task_id }),
    update: (task_id: string, body: object) => ay.tasks.update({ project_name, task_id, body }),
    remove: (task_id: string) => ay.tasks.delete({ project_name, task_id }),
  },
  product: {
    seeded: productId,
    body: { name: "plateMain", productType: "plate", folderId },
    taken: { name: "RenderMain", productType: "render", folderId },
    orphan: { name: "plateMain", productType: "plate", folderId: nowhere },
    create: (body: object) =>
      ay.products.create({ project_name, body: body as { name: string; productType: string; folderId: string } }),
    get: (product_id: string) => ay.products.get({ project_name, product_id }),
    update: (product_id: string, body: object) => ay.products.update({ project_name, product_id, body }),
    remove: (product_id: string) => ay.products.delete({ project_name, product_id }),
  },
  version: {
    seeded: versionId,
    body: { version: 3, productId },
    taken: { version: 2, productId },
    orphan: { version: 3, productId: nowhere },
    create: (body: object) =>
      ay.versions.create({ project_name, body: body as { version: number; productId: string } }),
    get: (version_id: string) => ay.versions.get({ project_name, version_id }),
    update: (version_id: string, body: object) => ay.versions.update({ project_name, version_id, body }),
    remove: (version_id: string) => ay.versions.delete({ project_name, version_id }),
  },
  representation: {
    seeded: "5f0e6b2ab8d511f19c4e0a58c3d27b42",
    body: { name: "png", versionId },
    taken: { name: "EXR", versionId },
    orphan: { name: "png", versionId: nowhere },
    create: (body: object) =>
      ay.representations.create({ project_name, body: body as { name: string; versionId: string } }),
    get: (representation_id: string) => ay.representations.get({ project_name, representation_id }),
    update: (representation_id: string, body: object) =>
      ay.representations.update({ project_name, representation_id, body }),
    remove: (representation_id: string) => ay.representations.delete({ project_name, representation_id }),
  },
  workfile: {
    seeded: "6f0e6b2ab8d511f19c4e0a58c3d27b51",
    body: { path: "{root[work]}/harbour_short/sh010/work/hbr_sh010_v002.nk", taskId },
    taken: { path: "{root[work]}/harbour_short/sh010/work/hbr_sh010_v001.nk", taskId },
    orphan: { path: "{root[work]}/elsewhere.nk", taskId: nowhere },
    create: (body: object) => ay.workfiles.create({ project_name, body: body as { path: string; taskId: string } }),
    get: (workfile_id: string) => ay.workfiles.get({ project_name, workfile_id }),
    update: (workfile_id: string, body: object) => ay.workfiles.update({ project_name, workfile_id, body }),
    remove: (workfile_id: string) => ay.workfiles.delete({ project_name, workfile_id }),
  },
});
type Kind = keyof ReturnType<typeof kinds>;

const names = ["folder", "task", "product", "version", "representation", "workfile"] as const satisfies readonly Kind[];

describe.each(ways)("entities on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it.each(names)("have an id of the server's or of the caller's, in lower case and once: %s", async (name) => {
    const { admin, api } = world();
    const { create, body, get } = kinds(admin)[name];
    const id = "ABCDEF0123456789ABCDEF0123456789";
    expect(await create({ ...body, id })).toEqual({ id: id.toLowerCase() });
    expect(await get(id.toLowerCase())).toMatchObject({ ...body, id: id.toLowerCase() });
    const other = { ...body, ...("name" in body && { name: "another" }), ...("path" in body && { path: "another" }) };
    const again = await failure(create({ ...other, ...("version" in body && { version: 9 }), id }));
    expect(isConflictError(again)).toBe(true);
    const made = await create({ ...other, ...("version" in body && { version: 9 }) });
    expect(made.id).toMatch(/^[0-9a-f]{32}$/);
    const topics = api.ayon.store.list("Event", { topic: `entity.${name}.created` }).map(({ summary }) => summary);
    expect(topics.map((summary) => Object(summary).entityId)).toEqual([id.toLowerCase(), made.id]);
  });

  it.each(names)("have defaults for what is not given: %s", async (name) => {
    const { client } = world();
    const { create, body, get } = kinds(client(artist))[name];
    const { id } = await create(body);
    const entity: Record<string, unknown> = await get(id);
    expect(entity).toMatchObject({ status: "Not started", tags: [], data: {}, active: true, ownAttrib: [] });
    if (name !== "task") expect(entity).toMatchObject({ createdBy: "compositor_1", updatedBy: "compositor_1" });
    expect(entity).not.toHaveProperty("projectName");
    expect(Object.values(entity)).not.toContain(null);
    if (name === "folder") expect(entity).toMatchObject({ folderType: "Folder", hasVersions: false });
    if (name === "product") expect(entity).toMatchObject({ productBaseType: "plate" });
    if (name === "version") expect(entity).toMatchObject({ author: "compositor_1" });
  });

  it.each(names)("are refused where the name, the number or the path is taken: %s", async (name) => {
    const { admin } = world();
    const { create, taken, body, update } = kinds(admin)[name];
    expect(isConflictError(await failure(create(taken)))).toBe(true);
    const { id } = await create(body);
    expect(isConflictError(await failure(update(id, taken)))).toBe(true);
  });

  it.each(names)("are refused where they name what the project has not: %s", async (name) => {
    const { admin } = world();
    const { create, orphan, body, update, seeded } = kinds(admin)[name];
    const bodies: object[] = [orphan, { ...body, status: "Done" }];
    if (name !== "product" && name !== "representation") bodies.push({ ...body, thumbnailId: nowhere });
    if (name === "folder") bodies.push({ ...body, folderType: "Episode" });
    if (name === "task") bodies.push({ ...body, taskType: "Lighting" });
    if (name === "version") bodies.push({ ...body, taskId: nowhere });
    for (const wrong of bodies) expect(isConflictError(await failure(create(wrong))), JSON.stringify(wrong)).toBe(true);
    expect(isConflictError(await failure(update(seeded, { status: "Done" })))).toBe(true);
  });

  it.each(names)("keep what a change does not name, and lose what it sets to null: %s", async (name) => {
    const { admin } = world();
    const { create, body, update, get } = kinds(admin)[name];
    const { id } = await create({
      ...{ ...body, tags: ["for reel"], data: { kept: 1, changed: { a: 1 }, gone: true } },
      attrib: { description: "Fog" },
    });
    const before = await get(id);
    await update(id, { data: { changed: { b: 2 }, gone: null, added: [] } });
    const after = await get(id);
    expect(after).toMatchObject({
      ...{ tags: ["for reel"], updatedBy: "admin" },
      ...{ attrib: { description: "Fog" }, ownAttrib: ["description"] },
    });
    expect(after.data).toEqual({ kept: 1, changed: { b: 2 }, added: [] });
    expect(after.createdAt).toBe(before.createdAt);
    await update(id, { attrib: { description: null, notAnAttribute: 5 }, updatedBy: "producer" });
    const last = await get(id);
    expect([last.ownAttrib, "description" in last.attrib, last.updatedBy]).toEqual([[], false, "producer"]);
  });

  it.each(names)("are gone when they were removed, and unknown ones can't be changed: %s", async (name) => {
    const { admin } = world();
    const { create, body, update, get, remove } = kinds(admin)[name];
    const { id } = await create(body);
    expect(await remove(id)).toBeUndefined();
    for (const call of [() => get(id), () => update(id, {}), () => remove(id), () => get(nowhere)])
      expect(isNotFoundError(await failure(call()))).toBe(true);
    expect(await create(body)).toHaveProperty("id");
  });

  it.each(names)("belong to their project: another one does not have them, %s", async (name) => {
    const { admin, client } = world();
    const other = { project_name: "studio_library" };
    const { seeded } = kinds(admin)[name];
    const read = {
      folder: () => admin.folders.get({ ...other, folder_id: seeded }),
      task: () => admin.tasks.get({ ...other, task_id: seeded }),
      product: () => admin.products.get({ ...other, product_id: seeded }),
      version: () => admin.versions.get({ ...other, version_id: seeded }),
      representation: () => admin.representations.get({ ...other, representation_id: seeded }),
      workfile: () => admin.workfiles.get({ ...other, workfile_id: seeded }),
    }[name];
    expect(isNotFoundError(await failure(read()))).toBe(true);
    const refused = await failure(client(artist).folders.create({ ...other, body: { name: "mine" } }));
    expect(isPermissionDeniedError(refused)).toBe(true);
  });

  it("go with their project", async () => {
    const { admin, api } = world();
    await admin.projects.delete({ project_name });
    for (const type of ["Folder", "Task", "Product", "Version", "Representation", "Workfile", "Link"])
      expect(api.ayon.store.list(type)).toEqual([]);
  });

  it("are refused with values of another form or out of range", async () => {
    const { admin } = world();
    const { update } = kinds(admin).folder;
    const wrong = [{ name: "no spaces" }, { attrib: { fps: 0 } }, { attrib: { resolutionWidth: 50_000 } }];
    for (const body of [...wrong, { attrib: { endDate: "soon" } }, { label: "it's" }])
      expect(isBadRequestError(await failure(update(folderId, body))), JSON.stringify(body)).toBe(true);
  });

  it.each(["status", "name", "tags", "active", "data", "attrib"])("can't be without %s", async (member) => {
    const { admin } = world();
    const { update } = kinds(admin).folder;
    expect(isBadRequestError(await failure(update(folderId, { [member]: null })))).toBe(true);
  });

  it("begin with the first status that fits their kind, or else with the first", async () => {
    const { admin } = world();
    const about = { project_name: "scoped" };
    const statuses = [
      { name: "Draft", scope: ["folder"] },
      { name: "Review", scope: ["version", "product"] },
      { name: "Anything", scope: null },
    ];
    await admin.projects.create({ body: { name: "scoped", code: "sc", anatomy: { statuses } } });
    const { id } = await admin.folders.create({ ...about, body: { name: "reel" } });
    const product = { name: "cut", productType: "edit", folderId: id };
    const { id: product_id } = await admin.products.create({ ...about, body: product });
    const task = { name: "grade", taskType: "Compositing", folderId: id };
    const { id: task_id } = await admin.tasks.create({ ...about, body: task });
    const read = await Promise.all([
      admin.folders.get({ ...about, folder_id: id }),
      admin.products.get({ ...about, product_id }),
      admin.tasks.get({ ...about, task_id }),
    ]);
    expect(read.map(({ status }) => status)).toEqual(["Draft", "Review", "Anything"]);
    const onlyFolders = { statuses: statuses.slice(0, 1) };
    await admin.projects.create({ body: { name: "narrow", code: "nr", anatomy: onlyFolders } });
    const narrow = { project_name: "narrow" };
    const { id: folder } = await admin.folders.create({ ...narrow, body: { name: "reel" } });
    const other = await admin.tasks.create({ ...narrow, body: { ...task, folderId: folder } });
    expect((await admin.tasks.get({ ...narrow, task_id: other.id })).status).toBe("Draft");
  });

  it("have the attributes that a studio adds, where they are meant for", async () => {
    const { admin, api } = world();
    const data = { type: "integer", title: "Tide", inherit: true, gt: 0, lt: 13 };
    const tide = { name: "tideHours", position: 90, scope: ["folder", "task"], builtin: false, data };
    api.ayon.store.create("Attribute", tide);
    const { update, get } = kinds(admin).folder;
    await update(folderId, { attrib: { tideHours: 6 } });
    expect((await get(folderId)).attrib.tideHours).toBe(6);
    expect((await kinds(admin).task.get(taskId)).attrib.tideHours).toBe(6);
    for (const tideHours of [0, 13, 1.5, "6"])
      expect(isBadRequestError(await failure(update(folderId, { attrib: { tideHours } })))).toBe(true);
    await kinds(admin).version.update(versionId, { attrib: { tideHours: 6 } });
    expect((await kinds(admin).version.get(versionId)).attrib).not.toHaveProperty("tideHours");
  });

  it("can be changed though their project has forgotten their status since", async () => {
    const { admin } = world();
    const { update, get, body, create } = kinds(admin).folder;
    await admin.projects.update({ project_name, body: { statuses: [{ name: "Draft" }] } });
    await update(folderId, { label: "Shot 010" });
    expect(await get(folderId)).toMatchObject({ label: "Shot 010", status: "In progress" });
    expect((await get((await create(body)).id)).status).toBe("Draft");
  });

  it("of products lose their versions, and of versions their representations, with all links", async () => {
    const { admin, api } = world();
    const ids = (type: string) => api.ayon.store.list(type).map(({ id }) => String(id).slice(-2));
    await admin.versions.delete({ project_name, version_id: versionId });
    expect([ids("Version"), ids("Representation"), ids("Link")]).toEqual([["31", "33"], ["41", "43"], []]);
    await admin.products.delete({ project_name, product_id: productId });
    expect([ids("Product"), ids("Version"), ids("Representation")]).toEqual([["22"], ["33"], ["43"]]);
  });

  it("have paths that change with every name above them", async () => {
    const { admin } = world();
    const representation_id = "5f0e6b2ab8d511f19c4e0a58c3d27b42";
    const path = async () => (await admin.representations.get({ project_name, representation_id })).path;
    expect(await path()).toBe("/shots/sh010/renderMain/v002/exr");
    await admin.products.update({ project_name, product_id: productId, body: { name: "beauty" } });
    await admin.versions.update({ project_name, version_id: versionId, body: { version: 1234 } });
    expect(await path()).toBe("/shots/sh010/beauty/v1234/exr");
  });

  it("of versions have one hero, whatever its number", async () => {
    const { admin } = world();
    const { id } = await admin.versions.create({ project_name, body: { version: -2, productId } });
    expect((await admin.versions.get({ project_name, version_id: id })).path).toBe("/shots/sh010/renderMain/HERO");
    const second = admin.versions.create({ project_name, body: { version: -1, productId } });
    expect(isConflictError(await failure(second))).toBe(true);
  });

  it("of versions are somebody else's only where an administrator makes them", async () => {
    const { admin, client } = world();
    const body = { version: 3, productId, author: "producer" };
    const refused = await failure(client(artist).versions.create({ project_name, body }));
    expect(isPermissionDeniedError(refused)).toBe(true);
    const { id } = await admin.versions.create({ project_name, body });
    expect(await admin.versions.get({ project_name, version_id: id })).toMatchObject({
      ...{ author: "producer", createdBy: "admin" },
    });
  });

  it("of representations keep their files whole and their traits one by one", async () => {
    const { admin } = world();
    const representation_id = "5f0e6b2ab8d511f19c4e0a58c3d27b43";
    const about = { project_name, representation_id };
    const files = [{ id: "mesh", path: "{root[work]}/mesh.abc", name: null, size: 12 }];
    const traits = { "example.unit.v1": { unit: "cm" }, "example.mesh.v1": null };
    await admin.representations.update({ ...about, body: { files, traits } });
    const changed = await admin.representations.get(about);
    expect(changed.files).toEqual([{ id: "mesh", path: "{root[work]}/mesh.abc", size: 12, hashType: "md5" }]);
    expect(changed.traits).toEqual({ "example.unit.v1": { unit: "cm" } });
    await admin.representations.update({ ...about, body: { traits: null } });
    expect(await admin.representations.get(about)).not.toHaveProperty("traits");
  });

  it("of workfiles share no path, whether they are active or not", async () => {
    const { admin } = world();
    const { create, taken, seeded, update } = kinds(admin).workfile;
    await update(seeded, { active: false });
    expect(isConflictError(await failure(create(taken)))).toBe(true);
  });

  it("note in their data when they get another thumbnail", async () => {
    const { admin } = world();
    const thumbnailId = "af0e6b2ab8d511f19c4e0a58c3d27b91";
    const { create, body, get, update } = kinds(admin).version;
    const { id } = await create(body);
    await update(id, { thumbnailId });
    const { data } = await get(id);
    expect(data.thumbnailHash).toMatch(/^[0-9a-f]{6}$/);
    await update(id, { thumbnailId: null });
    const after = await get(id);
    expect(after).not.toHaveProperty("thumbnailId");
    expect(after.data.thumbnailHash).not.toBe(data.thumbnailHash);
  });
});
