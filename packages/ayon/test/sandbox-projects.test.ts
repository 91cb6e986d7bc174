import { isConflictError, isNotFoundError, isPermissionDeniedError } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

describe.each(ways)("projects on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are made from the primary anatomy, and the answer is null", async () => {
    const { admin } = world();
    expect(await admin.projects.create({ body: { name: "lighthouse_ad", code: "lha", color: "#2f6f8f" } })).toBeNull();
    const project = await admin.projects.get({ project_name: "lighthouse_ad" });
    const anatomy = await admin.anatomy.getPreset({ preset_name: "__primary__" });
    expect(project).toMatchObject({ code: "lha", active: true, library: false, data: { color: "#2f6f8f" } });
    expect(project.folderTypes.map(({ name }) => name)).toEqual(anatomy.folder_types.map(({ name }) => name));
    expect(project.attrib).toEqual(
      Object.fromEntries(Object.entries(anatomy.attributes).filter(([, one]) => one !== null)),
    );
    expect(project.linkTypes[0]?.name).toBe("reference|version|version");
    expect(project.config.templates).toMatchObject({ common: { version_padding: 3 }, work: { default: {} } });
    expect(JSON.stringify(project)).not.toContain("original_name");
    expect(project).not.toHaveProperty("skeleton");
  });

  it("are made from a named preset, or from a part of an anatomy", async () => {
    const { admin } = world();
    await admin.projects.create({ body: { name: "by_preset", code: "bp", anatomyPreset: "commercials" } });
    const anatomy = { folder_types: [{ name: "Reel" }], attributes: { fps: 30 } };
    await admin.projects.create({ body: { name: "by_part", code: "part", anatomy } });
    expect((await admin.projects.get({ project_name: "by_preset" })).attrib.fps).toBe(25);
    const part = await admin.projects.get({ project_name: "by_part" });
    expect([part.folderTypes, part.attrib, part.taskTypes.length]).toEqual([[{ name: "Reel" }], { fps: 30 }, 2]);
    const refused = await failure(
      admin.projects.create({ body: { name: "x", code: "x", anatomyPreset: "__primary__" } }),
    );
    expect(isNotFoundError(refused)).toBe(true);
  });

  it("are refused under a name or a code that is taken, also in other case", async () => {
    const { admin } = world();
    for (const body of [
      { name: "HARBOUR_short", code: "new" },
      { name: "new", code: "HBR" },
    ])
      expect(isConflictError(await failure(admin.projects.create({ body })))).toBe(true);
  });

  it("are only planned as skeletons, until they are made again", async () => {
    const { admin } = world();
    const body = { name: "planned", code: "pln" };
    await admin.projects.create({ body: { ...body, skeleton: true } });
    expect((await admin.projects.list()).count).toBe(2);
    expect(
      (await admin.projects.list({ skeleton: true })).projects.find(({ name }) => name === "planned")?.skeleton,
    ).toBe(true);
    await admin.projects.create({ body });
    expect((await admin.projects.list()).projects.find(({ name }) => name === "planned")?.skeleton).toBe(false);
  });

  it("come in pages, active ones first, and with none behind the last", async () => {
    const { admin } = world();
    await admin.projects.create({ body: { name: "alpha", code: "a" } });
    await admin.projects.update({ project_name: "alpha", body: { active: false } });
    const names = async (query: Parameters<typeof admin.projects.list>[0]): Promise<unknown> => {
      const { projects, count } = await admin.projects.list(query);
      return [projects.map(({ name }) => name), count];
    };
    expect(await names({ length: 2 })).toEqual([["harbour_short", "studio_library"], 3]);
    expect(await names({ length: 2, page: 2 })).toEqual([["alpha"], 3]);
    expect(await names({ length: 2, page: 3 })).toEqual([[], 0]);
    expect(await names({ order: "name" })).toEqual([["alpha", "harbour_short", "studio_library"], 3]);
    expect(await names({ order: "createdAt", desc: true })).toEqual([["alpha", "harbour_short", "studio_library"], 3]);
    expect(await names({ name: "Harbour_Short" })).toEqual([["harbour_short"], 1]);
    expect(await names({ library: true })).toEqual([["studio_library"], 1]);
    const walked: string[] = [];
    for await (const { name } of admin.projects.list({ length: 2 })) walked.push(name);
    expect(walked).toEqual(["harbour_short", "studio_library", "alpha"]);
  });

  it("are left out of a page for whom they are not, but count", async () => {
    const { admin, client } = world();
    const { token } = await admin.auth.login({ body: { name: "compositor_1", password: "fictional-passphrase-1" } });
    const artist = client(token);
    await admin.projects.create({ body: { name: "constructor", code: "con" } });
    const { projects, count } = await artist.projects.list();
    expect([projects.map(({ name }) => name), count]).toEqual([["harbour_short"], 3]);
    for (const error of await Promise.all(
      [
        artist.projects.create({ body: { name: "mine", code: "m" } }),
        artist.projects.update({ project_name: "harbour_short", body: {} }),
      ].map(failure),
    ))
      expect(isPermissionDeniedError(error)).toBe(true);
  });

  it("keep what a change does not name: attributes, config and data are merged one level deep", async () => {
    const { admin } = world();
    const about = { project_name: "harbour_short" };
    const before = await admin.projects.get(about);
    const body = { attrib: { fps: 30, handleStart: null }, data: { client: "harbour board", color: null }, tags: [] };
    expect(await admin.projects.update({ ...about, body })).toBeUndefined();
    const after = await admin.projects.get(about);
    const { handleStart: _gone, ...attrib } = before.attrib;
    expect(after.attrib).toEqual({ ...attrib, fps: 30 });
    expect(after.ownAttrib).toEqual(before.ownAttrib.filter((name) => name !== "handleStart"));
    expect([after.data, after.tags, after.config]).toEqual([{ client: "harbour board" }, [], before.config]);
  });

  it("that would share a code are refused as the database does it: 500 with the code 409", async () => {
    const { admin } = world();
    const error = await failure(admin.projects.update({ project_name: "harbour_short", body: { code: "lib" } }));
    expect(error).toMatchObject({ status: 500, body: { code: 409 } });
  });

  it("give access to users with default groups, unless asked not to", async () => {
    const { admin } = world();
    await admin.users.create({ user_name: "painter", body: { data: { defaultAccessGroups: ["artist"] } } });
    await admin.projects.create({ body: { name: "with_access", code: "wa" } });
    await admin.projects.create({ body: { name: "without", code: "wo", assignUsers: false } });
    const { data } = await admin.users.get({ user_name: "painter" });
    expect(data?.accessGroups).toEqual({ with_access: ["artist"] });
  });

  it("find presets in order of their names, and the built-in one under three names", async () => {
    const { admin, api } = world();
    const { anatomy } = api.ayon.store.get("AnatomyPreset", "commercials") ?? {};
    for (const name of ["reels", "ads"]) api.ayon.store.create("AnatomyPreset", { name, anatomy });
    const { presets, version } = await admin.anatomy.listPresets();
    expect([presets.map(({ name }) => name), version]).toEqual([["ads", "commercials", "reels"], "1.0.0"]);
    expect(JSON.stringify(presets)).not.toContain("folder_types");
    const [builtIn, old, primary] = await Promise.all(
      ["__builtin__", "_", "__primary__"].map((preset_name) => admin.anatomy.getPreset({ preset_name })),
    );
    expect([old, primary]).toEqual([builtIn, builtIn]);
    expect(isNotFoundError(await failure(admin.anatomy.getPreset({ preset_name: "features" })))).toBe(true);
  });
});
