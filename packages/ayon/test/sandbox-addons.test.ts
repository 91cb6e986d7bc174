import {
  isBadRequestError,
  isConflictError,
  isNotFoundError,
  isPermissionDeniedError,
  isWaiterFailedError,
  login,
} from "@fairlead/ayon";
import { zip } from "@fairlead/sandbox";
import { describe, expect, it } from "vitest";
import { addonZip, storedZip } from "./addon-zip.ts";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const addonsOf = async ({ admin }: World): Promise<unknown> =>
  (await admin.addons.list()).addons.map(({ name, versions }) => [name, ...Object.keys(versions)]);

describe.each(ways)("addons on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are installed when their event has ended, and not before", async () => {
    const here = world();
    const { admin } = here;
    const states: unknown[] = [];
    const event = await admin.addons.install
      .wait(
        { body: addonZip("buoys", "0.10.0") },
        {
          async onProgress(state) {
            if ("status" in state) states.push(state.status);
            if (!("status" in state) || state.status !== "finished")
              expect(await addonsOf(here)).not.toContainEqual(["buoys", "0.10.0"]);
          },
        },
      )
      .done();
    expect(event).toMatchObject({
      topic: "addon.install",
      status: "finished",
      sender: "background-installer",
      user: "admin",
      description: "Addon buoys 0.10.0 is installed",
      summary: { name: "buoys", version: "0.10.0" },
    });
    expect(states).toContain("in_progress");
    const found = (await admin.addons.list({ details: true })).addons.find(({ name }) => name === "buoys");
    expect(found).toMatchObject({ title: "Buoys", addonType: "pipeline", system: false });
    expect(found?.versions["0.10.0"]?.clientSourceInfo).toEqual([
      { type: "server", filename: "client.zip", path: "private" },
    ]);
  });

  it("have their versions in order, and a second installation replaces a version", async () => {
    const here = world();
    for (const version of ["0.10.0", "0.9.1", "0.9.1"])
      await here.admin.addons.install.wait({ body: addonZip("buoys", version) }).done();
    expect(await addonsOf(here)).toContainEqual(["buoys", "0.9.1", "0.10.0"]);
  });

  it("are read from a manifest too, stored or deflated", async () => {
    const here = world();
    const manifest = (version: string) => JSON.stringify({ addon_name: "gulls", addon_version: version });
    const deflated = new Uint8Array(zip({ "manifest.json": manifest("1.0.0"), "addon/__init__.py": "" }));
    for (const body of [deflated, storedZip("manifest.json", manifest("1.1.0"))])
      await here.admin.addons.install.wait({ body }).done();
    expect(await addonsOf(here)).toContainEqual(["gulls", "1.0.0", "1.1.0"]);
  });

  it("are refused before anything starts if the file is empty, no ZIP, damaged, or holds no addon", async () => {
    const { admin, api } = world();
    const whole = new Uint8Array(await addonZip("buoys", "0.1.0").arrayBuffer());
    const bad = [
      new Uint8Array(zip({ "readme.txt": "no addon" })),
      new Uint8Array(zip({ "manifest.json": "{" })),
      new Uint8Array(zip({ "manifest.json": "[]", "package.py": "name = 'buoys'" })),
      whole.slice(0, whole.length - 30),
      whole.slice(40),
      new TextEncoder().encode("--boundary\r\nno ZIP"),
    ];
    for (const body of bad) expect(isConflictError(await failure(admin.addons.install({ body })))).toBe(true);
    for (const error of await Promise.all(
      [admin.addons.install({ body: new Uint8Array() }), admin.addons.install()].map(failure),
    ))
      expect(isBadRequestError(error)).toBe(true);
    expect(api.ayon.store.list("Event", { topic: "addon.install" })).toHaveLength(1);
  });

  it("come from an address under the name in the request, or that of the file", async () => {
    const here = world();
    const at = (file: string): string => `https://files.example.com/${file}`;
    await here.admin.addons.install.wait({ url: at("tide_maps-2.0.1.zip") }).done();
    await here.admin.addons.install.wait({ url: at("a.zip"), addonName: "pilot", addonVersion: "3.1.0" }).done();
    expect(await addonsOf(here)).toEqual(
      expect.arrayContaining([
        ["tide_maps", "2.0.1"],
        ["pilot", "3.1.0"],
      ]),
    );
    const failed = await failure(here.admin.addons.install.wait({ url: at("latest") }).done());
    expect(isWaiterFailedError(failed)).toBe(true);
    expect(String(failed)).toContain("holds no addon");
  });

  it("are not there when the installation was planned to fail", async () => {
    const here = world();
    here.jobs.plan({ operationId: "installAddon", end: "failed", message: "The disk is full" });
    const failed = await failure(here.admin.addons.install.wait({ body: addonZip("buoys", "0.1.0") }).done());
    expect(isWaiterFailedError(failed)).toBe(true);
    expect(await addonsOf(here)).not.toContainEqual(["buoys", "0.1.0"]);
  });

  it("lose a version at a time, and are gone with the last", async () => {
    const here = world();
    const remove = (addon_version: string): Promise<unknown> =>
      here.admin.addons.deleteVersion({ addon_name: "harbour_tools", addon_version });
    expect(await remove("1.2.0")).toBeUndefined();
    expect(await addonsOf(here)).toContainEqual(["harbour_tools", "1.3.0"]);
    await remove("1.3.0");
    expect(await addonsOf(here)).toEqual([["tide_gauge", "0.4.1"]]);
    for (const version of ["1.3.0", "toString"]) expect(isNotFoundError(await failure(remove(version)))).toBe(true);
  });

  it("of the system are for administrators to see, details come on demand, and nobody else changes any", async () => {
    const { admin, client } = world();
    const artist = client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));
    expect((await artist.addons.list()).addons.map(({ name }) => name)).toEqual(["harbour_tools"]);
    expect((await admin.addons.list()).addons[0]?.versions["1.2.0"]).not.toHaveProperty("clientSourceInfo");
    expect((await admin.addons.list({ details: true })).addons[0]?.versions["1.2.0"]).toHaveProperty("services");
    for (const error of await Promise.all(
      [
        artist.addons.install({ body: addonZip("buoys", "0.1.0") }),
        artist.addons.deleteVersion({ addon_name: "harbour_tools", addon_version: "1.2.0" }),
      ].map(failure),
    ))
      expect(isPermissionDeniedError(error)).toBe(true);
  });
});
