import { isBadRequestError, isNotFoundError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { addonZip } from "./addon-zip.ts";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const tools = { addon_name: "harbour_tools", addon_version: "1.2.0" };
const seeded = { enabled: true, tide_level: 5, farm: { pool: "night", priority: 50 } };

const overrides = ({ api }: World, variant = "production"): unknown =>
  api.ayon.store.get("AddonSettings", `harbour_tools/1.2.0/${variant}/`)?.data;

describe.each(ways)("settings on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("of an addon are its defaults with what the studio has set for a variant", async () => {
    const { admin } = world();
    expect(await admin.settings.getAddon(tools)).toEqual(seeded);
    expect(await admin.settings.getAddon({ ...tools, variant: "staging" })).toEqual({
      enabled: true,
      tide_level: 3,
      farm: { pool: "day", priority: 50 },
    });
    expect(await admin.settings.getAddon({ ...tools, as: "1.3.0" })).toEqual({
      ...seeded,
      harbours: ["north", "south"],
    });
  });

  it("of a project are those of the studio with what the project has set", async () => {
    const { admin } = world();
    expect(await admin.settings.getAddonForProject({ ...tools, project_name: "harbour_short" })).toEqual({
      ...seeded,
      tide_level: 9,
    });
    expect(await admin.settings.getAddonForProject({ ...tools, project_name: "studio_library" })).toEqual(seeded);
  });

  it("are kept as differences: what is not sent is as the addon brings it along, and unknown names are dropped", async () => {
    const here = world();
    const { admin } = here;
    await admin.settings.updateAddon({ ...tools, variant: "staging", body: { farm: { pool: "night" }, gulls: 2 } });
    expect(overrides(here, "staging")).toEqual({ farm: { pool: "night" } });
    await admin.settings.updateAddon({ ...tools, variant: "staging", body: { tide_level: 8 } });
    expect(overrides(here, "staging")).toEqual({ tide_level: 8, farm: { pool: "day" } });
    expect(await admin.settings.getAddon({ ...tools, variant: "staging" })).toEqual({
      enabled: true,
      tide_level: 8,
      farm: { pool: "day", priority: 50 },
    });
    expect(await admin.settings.getAddon(tools)).toEqual(seeded);
  });

  it("can be pinned at what they are, and set back to the addon's own", async () => {
    const here = world();
    const { admin } = here;
    const body = {
      ...seeded,
      __pinned_fields__: [["farm", "priority"], ["farm", "gulls"], ["nowhere"], []],
      __unpinned_fields__: [["tide_level"], ["farm", "pool"], ["nowhere", "x"]],
    };
    await admin.settings.updateAddon({ ...tools, body });
    expect(overrides(here)).toEqual({ farm: { priority: 50 } });
    const again = {
      enabled: true,
      tide_level: 3,
      farm: { pool: "day", priority: 50 },
      __unpinned_fields__: [["farm"]],
    };
    await admin.settings.updateAddon({ ...tools, body: again });
    expect(overrides(here)).toBeUndefined();
    expect(here.api.ayon.store.list("Event", { topic: "settings.changed" })).toMatchObject([
      { user: "admin", payload: { originalValue: { tide_level: 5 }, newValue: { farm: { priority: 50 } } } },
      { summary: { addon_name: "harbour_tools", addon_version: "1.2.0", variant: "production" } },
    ]);
  });

  it("of other types are refused, each with its place, and nothing is kept", async () => {
    const here = world();
    const body = { tide_level: "high", farm: { priority: [1] }, enabled: null };
    expect(await failure(here.admin.settings.updateAddon({ ...tools, body }))).toMatchObject({
      status: 400,
      body: { code: 400, errors: [{ loc: ["enabled"] }, { loc: ["tide_level"] }, { loc: ["farm", "priority"] }] },
    });
    const flat = await failure(here.admin.settings.updateAddon({ ...tools, body: { farm: "night" } }));
    expect(flat).toMatchObject({ body: { errors: [{ loc: ["farm"] }] } });
    expect(await here.admin.settings.getAddon(tools)).toEqual(seeded);
    expect(here.api.ayon.store.list("Event", { topic: "settings.changed" })).toEqual([]);
  });

  it("of an addon without any are empty for the studio, 404 for a project, and 400 to change", async () => {
    const { admin } = world();
    const gauge = { addon_name: "tide_gauge", addon_version: "0.4.1" };
    expect(await admin.settings.getAddon(gauge)).toEqual({});
    const ofProject = admin.settings.getAddonForProject({ ...gauge, project_name: "harbour_short" });
    expect(isNotFoundError(await failure(ofProject))).toBe(true);
    expect(isBadRequestError(await failure(admin.settings.updateAddon({ ...gauge, body: {} })))).toBe(true);
  });

  it("of an addon from a ZIP take whatever is sent", async () => {
    const here = world();
    const { admin } = here;
    await admin.addons.install.wait({ body: addonZip("buoys", "0.10.0") }).done();
    const [addon] = here.api.ayon.store.list("Addon", { name: "buoys" });
    const versions = { "0.10.0": { ...Object(addon?.versions)["0.10.0"], hasSettings: true } };
    here.api.ayon.store.update("Addon", addon ?? {}, { versions });
    const buoys = { addon_name: "buoys", addon_version: "0.10.0" };
    expect(await admin.settings.getAddon(buoys)).toEqual({});
    await admin.settings.updateAddon({ ...buoys, body: { colour: "red", sizes: [1, 2] } });
    expect(await admin.settings.getAddon(buoys)).toEqual({ colour: "red", sizes: [1, 2] });
    await admin.settings.updateAddon({ ...buoys, body: {} });
    expect(await admin.settings.getAddon(buoys)).toEqual({});
  });

  it("of what does not exist are not found", async () => {
    const { admin } = world();
    for (const error of await Promise.all(
      [
        admin.settings.getAddon({ ...tools, addon_version: "1.4.0" }),
        admin.settings.getAddon({ ...tools, addon_version: "toString" }),
        admin.settings.updateAddon({ ...tools, addon_name: "gulls", body: {} }),
        admin.settings.getAddonForProject({ ...tools, project_name: "nowhere" }),
        admin.settings.get({ bundle_name: "nowhere" }),
        admin.settings.get({ variant: "harbour-dev" }),
        admin.settings.get({ project_name: "nowhere" }),
        admin.settings.get({ project_bundle_name: "harbour-2026-11" }),
      ].map(failure),
    ))
      expect(isNotFoundError(error)).toBe(true);
    expect(isBadRequestError(await failure(admin.settings.getAddon({ ...tools, as: "9.9.9" })))).toBe(true);
  });

  it("of a bundle are those of all its addons, by title, installed or not", async () => {
    const { admin } = world();
    const addons = { harbour_tools: "1.2.0", tide_gauge: "0.4.1", anchor: "1.0.0" };
    await admin.bundles.update({ bundle_name: "harbour-2026-11", body: { addons: { tide_gauge: "0.4.1" } } });
    await admin.bundles.create({ body: { name: "b1", addons }, force: true });
    const item = { hasSettings: true, hasProjectSettings: true, hasSiteSettings: false, isBroken: false };
    const production = await admin.settings.get();
    expect(production).toEqual({
      bundleName: "harbour-2026-11",
      addons: [
        {
          ...item,
          name: "harbour_tools",
          version: "1.2.0",
          title: "Harbour tools",
          hasProjectSiteSettings: false,
          hasStudioOverrides: true,
          hasProjectOverrides: false,
          hasProjectSiteOverrides: false,
          settings: seeded,
          isProjectBundle: false,
        },
        {
          ...item,
          name: "tide_gauge",
          version: "0.4.1",
          title: "Tide gauge",
          hasSettings: false,
          hasProjectSettings: false,
          hasProjectSiteSettings: false,
          settings: {},
          isProjectBundle: false,
        },
      ],
      inheritedAddons: [],
    });
    const named = await admin.settings.get({ bundle_name: "b1", project_name: "harbour_short" });
    expect(named.addons.map(({ name }) => name)).toEqual(["anchor", "harbour_tools", "tide_gauge"]);
    expect(named).toMatchObject({ projectName: "harbour_short", bundleName: "b1" });
    expect(named.addons[0]).toMatchObject({ title: "anchor", hasSettings: false, settings: {} });
    expect(named.addons[1]).toMatchObject({ hasProjectOverrides: true, settings: { tide_level: 9 } });
  });

  it("of a bundle come for its variant, and without the settings as a summary", async () => {
    const { admin } = world();
    await admin.bundles.create({ body: { name: "dev", isDev: true, addons: { harbour_tools: "1.3.0" } } });
    await admin.settings.updateAddon({ ...tools, addon_version: "1.3.0", variant: "dev", body: { enabled: false } });
    const dev = await admin.settings.get({ variant: "dev", bundle_name: "harbour-2026-11" });
    expect(dev).toMatchObject({ bundleName: "dev" });
    expect(dev.addons.find(({ name }) => name === "harbour_tools")?.settings).toMatchObject({ enabled: false });
    const staging = await admin.settings.get({ variant: "staging", summary: true });
    expect(staging).toMatchObject({ bundleName: "harbour-2026-12", addons: [{ version: "1.3.0", settings: {} }] });
    expect(staging.addons[0]).toMatchObject({ hasSettings: true, hasStudioOverrides: false });
    expect(staging.addons[0]?.settings).toEqual({});
  });

  it("of a project with a bundle of its own have its versions, and the rest from the studio", async () => {
    const here = world();
    const { admin } = here;
    const { store } = here.api.ayon;
    const [addon] = store.list("Addon", { name: "harbour_tools" });
    store.update("Addon", addon ?? {}, { projectCanOverrideAddonVersion: true });
    await admin.bundles.update({ bundle_name: "harbour-2026-11", body: { addons: { tide_gauge: "0.4.1" } } });
    await admin.bundles.create({ body: { name: "own", isProject: true, addons: { harbour_tools: "1.3.0" } } });
    const body = { data: { bundle: { production: "own" } } };
    await admin.projects.update({ project_name: "harbour_short", body });
    for (const query of [{ project_name: "harbour_short" }, { project_bundle_name: "own" }]) {
      const found = await admin.settings.get(query);
      expect(found).toMatchObject({ projectName: "harbour_short", bundleName: "own", inheritedAddons: ["tide_gauge"] });
      expect(found.addons.map((one) => [one.name, one.version, one.isProjectBundle])).toEqual([
        ["harbour_tools", "1.3.0", true],
        ["tide_gauge", "0.4.1", false],
      ]);
    }
    expect(await admin.settings.get({ project_name: "studio_library" })).toMatchObject({ inheritedAddons: [] });
  });

  it("of a server addon go along when the production bundle gets another version of it", async () => {
    const here = world();
    const { store } = here.api.ayon;
    const [addon] = store.list("Addon", { name: "harbour_tools" });
    store.update("Addon", addon ?? {}, { addonType: "server" });
    await here.admin.settings.updateAddon({ ...tools, addon_version: "1.3.0", body: { tide_level: 1 } });
    const change = { bundle_name: "harbour-2026-11", body: { addons: { harbour_tools: "1.3.0" } } };
    await here.admin.bundles.update(change);
    const next = { ...tools, addon_version: "1.3.0" };
    expect(await here.admin.settings.getAddon(next)).toMatchObject({ tide_level: 5, harbours: ["north", "south"] });
    const ofProject = await here.admin.settings.getAddonForProject({ ...next, project_name: "harbour_short" });
    expect(ofProject).toMatchObject({ tide_level: 9 });
  });

  it("are for members to read, in projects that they work in, and for managers to change", async () => {
    const { admin, client } = world();
    const guest = { data: { isGuest: true }, password: "a-fictional-phrase" };
    await admin.users.create({ user_name: "guest_1", body: guest });
    const visitor = client(login({ name: "guest_1", password: guest.password }));
    const artist = client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));
    expect(await artist.settings.getAddon(tools)).toEqual(seeded);
    for (const error of await Promise.all(
      [
        visitor.settings.get(),
        visitor.settings.getAddon(tools),
        artist.settings.updateAddon({ ...tools, body: seeded }),
        artist.settings.getAddonForProject({ ...tools, project_name: "studio_library" }),
      ].map(failure),
    ))
      expect(isPermissionDeniedError(error)).toBe(true);
    const producer = client(login({ name: "producer", password: "producer" }));
    await producer.settings.updateAddon({ ...tools, body: { ...seeded, tide_level: 6 } });
    expect(await artist.settings.getAddon(tools)).toEqual({ ...seeded, tide_level: 6 });
  });
});
