import { isBadRequestError, isNotFoundError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { sites } from "../src/sandbox/sites/sites.ts";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const project_name = "harbour_short";

const artist = ({ client }: World) => client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));

describe.each(ways)("the anatomy of a project on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("is the one that it was made from, with the defaults of attributes that were never set", async () => {
    const { admin } = world();
    const anatomy = await admin.anatomy.getPreset({ preset_name: "commercials" });
    await admin.projects.create({ body: { name: "tide_ad", code: "tide", anatomy } });
    expect(await admin.projects.getAnatomy({ project_name: "tide_ad" })).toEqual(anatomy);
    await admin.projects.update({ project_name: "tide_ad", body: { attrib: { fps: null, priority: "high" } } });
    const { attributes } = await admin.projects.getAnatomy({ project_name: "tide_ad" });
    expect(attributes).toMatchObject({ fps: 25, priority: "high", startDate: null });
  });

  it("that is sent back changes nothing", async () => {
    const here = world();
    const { admin } = here;
    const before = await admin.projects.get({ project_name });
    await admin.projects.replaceAnatomy({ project_name, body: await admin.projects.getAnatomy({ project_name }) });
    const { updatedAt: _before, ...kept } = before;
    expect(await admin.projects.get({ project_name })).toMatchObject(kept);
    const topics = here.api.ayon.store.list("Event", { project: project_name }).map(({ topic }) => topic);
    expect(topics).toEqual(["entity.project.changed"]);
  });

  it("that is replaced is the project's from then on, and an event tells of each part", async () => {
    const here = world();
    const { admin } = here;
    const anatomy = await admin.projects.getAnatomy({ project_name });
    const body = {
      ...anatomy,
      attributes: { ...anatomy.attributes, fps: 48 },
      tags: [...anatomy.tags, { name: "stormy", color: "#102030" }],
      roots: [{ name: "render", windows: "R:/", linux: "/mnt/render", darwin: "/Volumes/render" }],
    };
    expect(await admin.projects.replaceAnatomy({ project_name, body })).toBeUndefined();
    const project = await admin.projects.get({ project_name });
    expect(project).toMatchObject({ attrib: { fps: 48 }, config: { roots: { render: { linux: "/mnt/render" } } } });
    expect(project.tags.map(({ name }) => name)).toContain("stormy");
    const events = here.api.ayon.store.list("Event", { project: project_name });
    expect(events.map(({ topic }) => topic)).toEqual([
      "entity.project.attrib_changed",
      "entity.project.config_changed",
      "entity.project.tags_changed",
      "entity.project.changed",
    ]);
    expect(events[0]).toMatchObject({ user: "admin", payload: { oldValue: { fps: 24 }, newValue: { fps: 48 } } });
  });

  it("has the server's defaults for all that is left out", async () => {
    const { admin } = world();
    await admin.projects.create({ body: { name: "tide_ad", code: "tide", anatomyPreset: "commercials" } });
    const body = { tags: [], attributes: { fps: 30 }, templates: { version_padding: 4 } };
    await admin.projects.replaceAnatomy({ project_name: "tide_ad", body });
    const anatomy = await admin.projects.getAnatomy({ project_name: "tide_ad" });
    const builtIn = await admin.anatomy.getPreset({ preset_name: "__builtin__" });
    expect(anatomy).toEqual({
      ...builtIn,
      tags: [],
      attributes: { ...builtIn.attributes, fps: 30 },
      templates: { ...builtIn.templates, version_padding: 4 },
    });
  });

  it("gives what has a renamed type or status the new name, and the time of its change stays", async () => {
    const here = world();
    const { admin } = here;
    const { store } = here.api.ayon;
    const folder = { project_name, folder_id: "1f0e6b2ab8d511f19c4e0a58c3d27b02" };
    const before = store.get("Folder", folder.folder_id);
    const anatomy = await admin.projects.getAnatomy({ project_name });
    const rename = <Type extends { name: string }>(types: Type[], from: string, to: string) =>
      types.map((type) => (type.name === from ? { ...type, name: to, original_name: from } : type));
    const body = {
      ...anatomy,
      folder_types: rename(anatomy.folder_types, "Shot", "Take"),
      task_types: rename(anatomy.task_types, "Compositing", "Comp"),
      statuses: rename(anatomy.statuses, String(before?.status), "Working"),
    };
    await admin.projects.replaceAnatomy({ project_name, body });
    const after = store.get("Folder", folder.folder_id);
    expect(after).toMatchObject({ folderType: "Take", status: "Working" });
    expect(Date.parse(String(after?.updatedAt))).toBe(Date.parse(String(before?.updatedAt)));
    expect(store.get("Task", "2f0e6b2ab8d511f19c4e0a58c3d27b11")).toMatchObject({ taskType: "Comp" });
    expect((await admin.projects.getAnatomy({ project_name })).folder_types.map(({ name }) => name)).toContain("Take");
  });

  it("keeps types and statuses that are in use, and drops the links whose type goes", async () => {
    const here = world();
    const { admin } = here;
    const { store } = here.api.ayon;
    const anatomy = await admin.projects.getAnatomy({ project_name });
    for (const body of [
      { ...anatomy, folder_types: anatomy.folder_types.filter(({ name }) => name !== "Shot") },
      { ...anatomy, task_types: [] },
      { ...anatomy, statuses: [] },
    ]) {
      const error = await failure(admin.projects.replaceAnatomy({ project_name, body }));
      expect(error).toMatchObject({ status: 500, body: { code: 409 } });
    }
    expect(await admin.projects.getAnatomy({ project_name })).toEqual(anatomy);
    const link = { projectName: project_name, linkType: "reference|version|version", inputId: "a", outputId: "b" };
    store.create("Link", link);
    await admin.projects.replaceAnatomy({ project_name, body: anatomy });
    expect(store.list("Link", link)).toHaveLength(1);
    await admin.projects.replaceAnatomy({ project_name, body: { ...anatomy, link_types: [] } });
    expect(store.list("Link", link)).toEqual([]);
  });

  it("is for members of the project to read, and for managers to replace", async () => {
    const here = world();
    const anatomy = await artist(here).projects.getAnatomy({ project_name });
    for (const error of await Promise.all(
      [
        artist(here).projects.replaceAnatomy({ project_name, body: anatomy }),
        artist(here).projects.getAnatomy({ project_name: "studio_library" }),
      ].map(failure),
    ))
      expect(isPermissionDeniedError(error)).toBe(true);
    const producer = here.client(login({ name: "producer", password: "producer" }));
    await producer.projects.replaceAnatomy({ project_name, body: anatomy });
    for (const error of await Promise.all(
      [
        here.admin.projects.getAnatomy({ project_name: "nowhere" }),
        here.admin.projects.replaceAnatomy({ project_name: "nowhere", body: {} }),
        here.admin.projects.getSiteRoots({ project_name: "nowhere", platform: "linux" }),
      ].map(failure),
    ))
      expect(isNotFoundError(error)).toBe(true);
  });
});

describe.each(ways)("the roots of a project on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are those of a platform, or of the platform of a site that is known", async () => {
    const here = world();
    const roots = (query: object) => artist(here).projects.getSiteRoots({ project_name, ...query });
    expect(await roots({ platform: "linux" })).toEqual({ work: "/mnt/studio/projects" });
    const windows = sites.find(({ platform }) => platform === "windows")?.id;
    expect(await roots({ "X-Ayon-Site-Id": windows, platform: "linux" })).toEqual({ work: "P:/projects" });
    expect(await roots({ "X-Ayon-Site-Id": "calm-gull-bay", platform: "darwin" })).toEqual({
      work: "/Volumes/projects",
    });
  });

  it("are refused without a platform or a known site, and for a project that is only planned", async () => {
    const { admin } = world();
    for (const query of [{}, { "X-Ayon-Site-Id": "calm-gull-bay" }])
      expect(isBadRequestError(await failure(admin.projects.getSiteRoots({ project_name, ...query })))).toBe(true);
    await admin.projects.create({ body: { name: "planned", code: "plan", skeleton: true } });
    const planned = { project_name: "planned", platform: "linux" } as const;
    expect(isNotFoundError(await failure(admin.projects.getSiteRoots(planned)))).toBe(true);
    expect(await admin.projects.getAnatomy({ project_name: "planned" })).toHaveProperty("roots");
  });
});
