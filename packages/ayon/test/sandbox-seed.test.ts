import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { useSandbox } from "./on-sandbox.ts";

const world = useSandbox("in process");

describe("the seed", () => {
  it("is what the document says: every operation that reads answers, and the sandbox checks each answer", async () => {
    const { admin } = world();
    const { projects } = await admin.projects.list();
    for (const { name } of projects) await admin.projects.get({ project_name: name });
    for (const user_name of ["admin", "producer", "compositor_1", "render_service"])
      await admin.users.get({ user_name });
    const { presets } = await admin.anatomy.listPresets();
    for (const { name } of presets) await admin.anatomy.getPreset({ preset_name: name });
    const [{ installers }, { packages }, { addons }] = await Promise.all([
      admin.installers.list(),
      admin.dependencyPackages.list(),
      admin.addons.list({ details: true }),
    ]);
    await admin.events.get({ event_id: "6a3a3126ba2311f09d3e0242ac120002" });
    const counts = [projects, presets, installers, packages, addons].map(({ length }) => length);
    expect(counts).toEqual([2, 1, 2, 1, 2]);
    const info = await admin.server.getInfo();
    expect([info.version, info.user?.name, info.attributes?.length]).toEqual(["1.16.0", "admin", 29]);
    const { url, fetch } = world().api.ayon;
    expect(await (await fetch(`${url}/api/info`)).json()).toEqual({ version: "1.16.0", uptime: 86_400 });
    const full = await (await fetch(`${url}/api/info?full=true`)).json();
    expect(full).toMatchObject({ passwordRecoveryAvailable: false });
    expect(full).not.toHaveProperty("user");
  });

  it("lies before the time at which a session's clock begins, so that new things are the newest", () => {
    const { api, clock } = world();
    const times = ["User", "Project", "Event"].flatMap((type) =>
      api.ayon.store.list(type).flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt]),
    );
    expect(times).toHaveLength(14);
    for (const time of times) expect(Date.parse(String(time))).toBeLessThan(clock.now());
  });

  it("has the files that it registers, under their real sizes and checksums", async () => {
    const { admin } = world();
    const hash = async (algorithm: string, blob: Blob): Promise<string> =>
      createHash(algorithm)
        .update(new Uint8Array(await blob.arrayBuffer()))
        .digest("hex");
    const [installer] = (await admin.installers.list({ platform: "linux" })).installers;
    const [dependencies] = (await admin.dependencyPackages.list()).packages;
    const build = await admin.installers.download({ filename: String(installer?.filename) });
    const modules = await admin.dependencyPackages.download({ filename: String(dependencies?.filename) });
    expect([installer?.size, installer?.checksum]).toEqual([build.size, await hash("md5", build)]);
    expect([dependencies?.size, dependencies?.checksum]).toEqual([modules.size, await hash("sha256", modules)]);
  });

  it("names only what exists: projects, addons and their versions", async () => {
    const { api } = world();
    const { store } = api.ayon;
    for (const { data } of store.list("User"))
      for (const project of Object.keys(Object(Object(data).accessGroups)))
        expect(store.get("Project", project)).toBeDefined();
    for (const { sourceAddons } of store.list("DependencyPackage"))
      for (const [name, version] of Object.entries(Object(sourceAddons)))
        expect(Object(store.get("Addon", name)?.versions)).toHaveProperty([String(version)]);
    const [{ versions, productionVersion, stagingVersion } = {}] = store.list("Addon", { name: "harbour_tools" });
    expect(Object.keys(Object(versions))).toEqual([productionVersion, stagingVersion]);
  });
});
