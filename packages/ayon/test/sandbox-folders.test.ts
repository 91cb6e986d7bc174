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
const shots = "1f0e6b2ab8d511f19c4e0a58c3d27b01";
const sh010 = "1f0e6b2ab8d511f19c4e0a58c3d27b02";
const assets = "1f0e6b2ab8d511f19c4e0a58c3d27b03";
const buoy = "1f0e6b2ab8d511f19c4e0a58c3d27b04";
const artist = login({ name: "compositor_1", password: "fictional-passphrase-1" });

/** Makes folders inside one another. */
async function makeFolders(client: Ayon, names: readonly string[], parentId?: string): Promise<string[]> {
  const [name, ...deeper] = names;
  if (name === undefined) return [];
  const { id } = await client.folders.create({ project_name, body: { name, ...(parentId && { parentId }) } });
  return [id, ...(await makeFolders(client, deeper, id))];
}

describe.each(ways)("folders on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are listed with what is in them, and with attributes only on demand", async () => {
    const { admin } = world();
    const { folders, detail } = await admin.folders.list({ project_name });
    expect(detail).toBeUndefined();
    expect(folders.map(({ path }) => path)).toEqual(["shots", "shots/sh010", "assets", "assets/buoy"]);
    expect(folders[0]).toMatchObject({
      ...{ parentId: null, parents: [], hasChildren: true, hasTasks: false, hasVersions: true, taskNames: [] },
      thumbnailHash: "d27b01",
    });
    expect(folders[1]).toMatchObject({
      ...{ label: null, parentId: shots, parents: ["shots"], hasChildren: false, hasTasks: true },
      ...{ taskNames: ["compositing"], thumbnailHash: "4c19e0" },
    });
    expect(folders.some((folder) => "attrib" in folder || "ownAttrib" in folder)).toBe(false);
    const [, shot] = (await admin.folders.list({ project_name, attrib: true })).folders;
    expect(shot).toMatchObject({ attrib: { fps: 24, frameStart: 1001, frameEnd: 1096 }, ownAttrib: ["frameEnd"] });
  });

  it("are none for a guest, and refused to who has no access to the project", async () => {
    const { admin, client } = world();
    const data = { isGuest: true, accessGroups: { [project_name]: ["artist"] } };
    await admin.users.create({ user_name: "visitor", body: { password: "fictional-passphrase-2", data } });
    const guest = client(login({ name: "visitor", password: "fictional-passphrase-2" }));
    const { folders, detail } = await guest.folders.list({ project_name });
    expect([folders, typeof detail]).toEqual([[], "string"]);
    expect(isPermissionDeniedError(await failure(guest.folders.get({ project_name, folder_id: sh010 })))).toBe(true);
    const elsewhere = client(artist).folders.list({ project_name: "studio_library" });
    expect(isPermissionDeniedError(await failure(elsewhere))).toBe(true);
    expect(isNotFoundError(await failure(admin.folders.list({ project_name: "no_such_project" })))).toBe(true);
  });

  it("make a tree by name, with the names of tasks; kinds that are asked for stand on one level", async () => {
    const { admin } = world();
    await admin.folders.create({ project_name, body: { name: "anchor", folderType: "Asset", parentId: assets } });
    const { hierarchy, projectName } = await admin.folders.hierarchy({ project_name });
    expect(projectName).toBe(project_name);
    expect(hierarchy.map(({ name, label }) => [name, label])).toEqual([
      ["assets", "Assets"],
      ["shots", "Shots"],
    ]);
    expect(hierarchy[0]?.children.map(({ name }) => name)).toEqual(["anchor", "buoy"]);
    expect(hierarchy[0]?.children[1]).toMatchObject({
      ...{ id: buoy, label: "buoy", parentId: assets, parents: ["assets"] },
      ...{ hasTasks: true, taskNames: ["modeling"], children: [] },
    });
    const { hierarchy: flat } = await admin.folders.hierarchy({ project_name, types: "Shot, Folder" });
    expect(flat.map(({ name, children }) => [name, children.length])).toEqual([
      ["assets", 0],
      ["sh010", 0],
      ["shots", 0],
    ]);
    expect((await admin.folders.hierarchy({ project_name, types: "Episode" })).hierarchy).toEqual([]);
  });

  it("inherit attributes from the folders above and from the project, until they have their own", async () => {
    const { admin } = world();
    const [outer = "", inner = ""] = await makeFolders(admin, ["episode", "scene"]);
    const read = async (folder_id: string) => {
      const { attrib, ownAttrib } = await admin.folders.get({ project_name, folder_id });
      return [attrib.fps, attrib.description, ownAttrib];
    };
    expect(await read(inner)).toEqual([24, undefined, []]);
    await admin.folders.update({ project_name, folder_id: outer, body: { attrib: { fps: 48, description: "Fog" } } });
    expect(await read(inner)).toEqual([48, undefined, []]);
    expect(await read(outer)).toEqual([48, "Fog", ["fps", "description"]]);
    await admin.folders.update({ project_name, folder_id: inner, body: { attrib: { fps: 30 } } });
    await admin.folders.update({ project_name, folder_id: outer, body: { attrib: { fps: null, unheardOf: 1 } } });
    expect([await read(outer), await read(inner)]).toEqual([
      [24, "Fog", ["description"]],
      [30, undefined, ["fps"]],
    ]);
    await admin.projects.update({ project_name, body: { attrib: { fps: 60 } } });
    expect((await read(outer))[0]).toBe(60);
  });

  it("take everything below along when they are renamed or moved", async () => {
    const { admin } = world();
    const [, scene = "", shot = ""] = await makeFolders(admin, ["episode", "scene", "shot"]);
    const task = { name: "animation", taskType: "Modeling", folderId: shot };
    const { id: task_id } = await admin.tasks.create({ project_name, body: task });
    await admin.folders.update({ project_name, folder_id: scene, body: { name: "Opening", parentId: null } });
    expect((await admin.folders.get({ project_name, folder_id: shot })).path).toBe("/Opening/shot");
    expect((await admin.tasks.get({ project_name, task_id })).path).toBe("/Opening/shot/animation");
    expect(await admin.folders.get({ project_name, folder_id: scene })).not.toHaveProperty("parentId");
  });

  it("can't be moved into themselves or below themselves", async () => {
    const { admin } = world();
    const [outer = "", , inner = ""] = await makeFolders(admin, ["a", "b", "c"]);
    for (const parentId of [outer, inner])
      expect(
        isBadRequestError(await failure(admin.folders.update({ project_name, folder_id: outer, body: { parentId } }))),
      ).toBe(true);
    const id = "00000000000000000000000000000abc";
    const own = admin.folders.create({ project_name, body: { id, name: "self", parentId: id } });
    expect(isBadRequestError(await failure(own))).toBe(true);
  });

  it("keep name, type and place once they or folders below hold versions, for admins too", async () => {
    const { admin } = world();
    for (const folder_id of [sh010, shots])
      for (const body of [{ name: "renamed" }, { folderType: "Asset" }, { parentId: assets }])
        expect(
          isPermissionDeniedError(await failure(admin.folders.update({ project_name, folder_id, body }))),
          JSON.stringify(body),
        ).toBe(true);
    await admin.folders.update({ project_name, folder_id: sh010, body: { name: "sh010", label: "Shot 010" } });
    expect(await admin.folders.get({ project_name, folder_id: sh010 })).toMatchObject({
      ...{ name: "sh010", label: "Shot 010", hasVersions: true },
    });
  });

  it("go with all folders and tasks below, but not while they hold products, unless a manager forces it", async () => {
    const { admin, client, api } = world();
    const [outer = "", inner = ""] = await makeFolders(admin, ["episode", "scene"]);
    const task = { name: "animation", taskType: "Modeling", folderId: inner };
    const { id: task_id } = await admin.tasks.create({ project_name, body: task });
    await admin.folders.delete({ project_name, folder_id: outer });
    expect(isNotFoundError(await failure(admin.folders.get({ project_name, folder_id: inner })))).toBe(true);
    expect(isNotFoundError(await failure(admin.tasks.get({ project_name, task_id })))).toBe(true);

    expect(isConflictError(await failure(admin.folders.delete({ project_name, folder_id: shots })))).toBe(true);
    const forced = client(artist).folders.delete({ project_name, folder_id: shots, force: true });
    expect(isPermissionDeniedError(await failure(forced))).toBe(true);
    expect((await admin.folders.list({ project_name })).folders).toHaveLength(4);

    await admin.folders.delete({ project_name, folder_id: shots, force: true });
    const { store } = api.ayon;
    const left = ["Folder", "Task", "Product", "Version", "Representation", "Workfile", "Link"].map((type) =>
      store.list(type).map(({ id }) => String(id).slice(-2)),
    );
    expect(left).toEqual([["03", "04"], ["12"], ["22"], ["33"], ["43"], [], []]);
  });

  it("tell of each change in an event of its own, with the value before and after", async () => {
    const { admin, api } = world();
    const known = new Set(api.ayon.store.list("Event").map(({ id }) => id));
    const { id } = await admin.folders.create({ project_name, body: { name: "sh020", parentId: shots } });
    const body = { name: "sh030", status: "Approved", tags: ["for reel"], attrib: { fps: 30 }, label: "Third" };
    await admin.folders.update({ project_name, folder_id: id, body });
    await admin.folders.update({ project_name, folder_id: id, body });
    await admin.folders.delete({ project_name, folder_id: id });
    const events = api.ayon.store.list("Event", (event) => !known.has(event.id) && event.project === project_name);
    expect(events.map(({ topic }) => topic)).toEqual([
      "entity.folder.created",
      "entity.folder.renamed",
      "entity.folder.status_changed",
      "entity.folder.tags_changed",
      "entity.folder.attrib_changed",
      "entity.folder.label_changed",
      "entity.folder.deleted",
    ]);
    for (const event of events)
      expect(event).toMatchObject({ user: "admin", status: "finished", summary: { entityId: id, parentId: shots } });
    expect(events[2]).toMatchObject({
      summary: { entityPath: "/shots/sh020", value: "Approved" },
      payload: { oldValue: "Not started", newValue: "Approved" },
    });
    expect(events[4]).toMatchObject({ payload: { oldValue: {}, newValue: { fps: 30 } } });
    expect(events[6]).toMatchObject({ payload: { entityData: { name: "sh030", path: "/shots/sh030" } } });
    const event = await admin.events.get({ event_id: String(events[1]?.id) });
    expect(event.hash).toBe(event.id);
  });
});
