import { isBadRequestError, isNotFoundError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const names = async ({ admin }: World, archived = false): Promise<string[]> =>
  (await admin.bundles.list({ archived })).bundles.map(({ name }) => name);

const roles = async ({ admin }: World): Promise<unknown> => {
  const { productionBundle, stagingBundle } = await admin.bundles.list();
  return [productionBundle, stagingBundle];
};

describe.each(ways)("bundles on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("stand in a list with new ones first, beside the names of those in use", async () => {
    const { admin } = world();
    await admin.bundles.create({ body: { name: "harbour-dev", isDev: true, activeUser: "admin" } });
    const list = await admin.bundles.list();
    expect(list).toMatchObject({
      bundles: [{ name: "harbour-dev" }, { name: "harbour-2026-12" }, { name: "harbour-2026-11" }],
      productionBundle: "harbour-2026-11",
      stagingBundle: "harbour-2026-12",
      devBundles: ["harbour-dev"],
    });
  });

  it("are made with all members, the addons of the system, and the time of the server's clock or their own", async () => {
    const here = world();
    await here.admin.bundles.create({
      body: {
        name: "b1",
        addons: { harbour_tools: "1.3.0", gulls: "NONE" },
        addonDevelopment: { harbour_tools: { path: "/home/admin" } },
      },
    });
    await here.admin.bundles.create({ body: { name: "b2", createdAt: "2024-01-02T03:04:05+00:00" } });
    const { bundles } = await here.admin.bundles.list();
    expect(bundles.find(({ name }) => name === "b1")).toEqual({
      name: "b1",
      createdAt: new Date(here.clock.now()).toISOString(),
      addons: { tide_gauge: "0.4.1", harbour_tools: "1.3.0", gulls: null },
      installerVersion: null,
      dependencyPackages: {},
      addonDevelopment: { harbour_tools: { enabled: true, path: "/home/admin" } },
      isProduction: false,
      isStaging: false,
      isArchived: false,
      isDev: false,
      isProject: false,
      activeUser: null,
    });
    expect(bundles.at(-1)).toMatchObject({ name: "b2", createdAt: "2024-01-02T03:04:05+00:00" });
  });

  it("of a name that is taken in any case are answered 500 with the code 409, and nothing changes", async () => {
    const here = world();
    const body = { name: "HARBOUR-2026-12", isProduction: true };
    expect(await failure(here.admin.bundles.create({ body }))).toMatchObject({ status: 500, body: { code: 409 } });
    expect(await roles(here)).toEqual(["harbour-2026-11", "harbour-2026-12"]);
    expect(here.api.ayon.store.list("Event", { topic: "bundle.created" })).toEqual([]);
  });

  it("take their role from the bundle that had it, which the addons show too", async () => {
    const here = world();
    await here.admin.bundles.update({
      bundle_name: "harbour-2026-12",
      body: { isProduction: true, isStaging: false },
    });
    expect(await roles(here)).toEqual(["harbour-2026-12", null]);
    const tools = async (): Promise<unknown> =>
      (await here.admin.addons.list()).addons.find(({ name }) => name === "harbour_tools");
    expect(await tools()).toMatchObject({ productionVersion: "1.3.0" });
    expect(await tools()).not.toHaveProperty("stagingVersion");
    await here.admin.bundles.create({ body: { name: "b1", isStaging: true, addons: { harbour_tools: "1.2.0" } } });
    expect(await roles(here)).toEqual(["harbour-2026-12", "b1"]);
    expect(await tools()).toMatchObject({ productionVersion: "1.3.0", stagingVersion: "1.2.0" });
    await here.admin.bundles.create({ body: { name: "b2", isProduction: true } });
    expect(await roles(here)).toEqual(["b2", "b1"]);
    await here.admin.bundles.update({ bundle_name: "b2", body: { isProduction: false } });
    expect(await roles(here)).toEqual([null, "b1"]);
  });

  it("merge addons, replace packages, and change some members only where they are for development", async () => {
    const here = world();
    const { admin } = here;
    const dev = { name: "dev", isDev: true, activeUser: "admin", addons: { harbour_tools: "1.2.0" } };
    await admin.bundles.create({ body: dev });
    await admin.bundles.create({ body: { ...dev, name: "dev2" } });
    const users = (await admin.bundles.list()).bundles.map(({ name, activeUser }) => [name, activeUser]);
    expect(users).toEqual(
      expect.arrayContaining([
        ["dev2", "admin"],
        ["dev", null],
      ]),
    );
    const patch = {
      addons: { harbour_tools: "1.3.0", tide_gauge: null, gulls: "1.0.0" },
      dependencyPackages: { windows: "w.zip" },
      installerVersion: "1.6.0",
      activeUser: "producer",
      addonDevelopment: { harbour_tools: { enabled: false } },
    };
    await admin.bundles.update({ bundle_name: "dev", body: patch });
    await admin.bundles.update({ bundle_name: "harbour-2026-11", body: patch });
    const { bundles } = await admin.bundles.list();
    const found = (name: string): unknown => bundles.find((one) => one.name === name);
    expect(found("dev")).toMatchObject({
      addons: { harbour_tools: "1.3.0" },
      dependencyPackages: { windows: "w.zip" },
      installerVersion: "1.6.0",
      activeUser: "producer",
      addonDevelopment: { harbour_tools: { enabled: false, path: "" } },
    });
    expect(found("dev")).not.toHaveProperty("addons.tide_gauge");
    expect(found("dev2")).toMatchObject({ activeUser: "admin" });
    expect(found("harbour-2026-11")).toMatchObject({
      addons: { harbour_tools: "1.3.0" },
      dependencyPackages: { windows: "w.zip" },
      installerVersion: "1.5.0",
      activeUser: null,
      addonDevelopment: {},
    });
    expect(here.api.ayon.store.list("Event", { topic: "bundle.updated" })[0]).toMatchObject({
      user: "admin",
      status: "finished",
      summary: { name: "dev", changedFields: Object.keys(patch) },
    });
  });

  it("with addons that are not installed are refused, unless by force", async () => {
    const { admin } = world();
    const addons = { harbour_tools: "9.9.9" };
    const bundle_name = "harbour-2026-12";
    for (const error of [
      await failure(admin.bundles.create({ body: { name: "b1", addons } })),
      await failure(admin.bundles.create({ body: { name: "b1", addons: { toString: "1.0.0" } } })),
      await failure(admin.bundles.update({ bundle_name, body: { addons } })),
      await failure(admin.bundles.update({ bundle_name, force: true, body: { addons: { harbour_tools: "new" } } })),
    ])
      expect(isBadRequestError(error)).toBe(true);
    await admin.bundles.create({ body: { name: "b1", addons }, force: true });
    await admin.bundles.update({ bundle_name, body: { addons }, force: true });
    expect((await admin.bundles.list()).bundles.filter((one) => one.addons.harbour_tools === "9.9.9")).toHaveLength(2);
  });

  it("of a project have no role, and only addons that a project may have in a version of its own", async () => {
    const here = world();
    const { admin } = here;
    const [tools] = here.api.ayon.store.list("Addon", { name: "harbour_tools" });
    here.api.ayon.store.update("Addon", tools ?? {}, { projectCanOverrideAddonVersion: true });
    const body = { name: "p1", isProject: true, addons: { harbour_tools: "1.3.0", tide_gauge: "0.4.1" } };
    await admin.bundles.create({ body });
    expect((await admin.bundles.list()).bundles[0]).toMatchObject({ addons: { harbour_tools: "1.3.0" } });
    expect((await admin.bundles.list()).bundles[0]?.addons).not.toHaveProperty("tide_gauge");
    for (const error of await Promise.all(
      [
        admin.bundles.create({ body: { ...body, name: "p2", isStaging: true } }),
        admin.bundles.create({ body: { ...body, name: "p2", isDev: true } }),
        admin.bundles.create({ body: { ...body, name: "p2", addons: { gulls: "1.0.0" } }, force: true }),
        admin.bundles.update({ bundle_name: "p1", body: { isProduction: true } }),
      ].map(failure),
    ))
      expect(isBadRequestError(error)).toBe(true);
  });

  it("leave the list when they are archived, which those in use can't be, and are gone when they are deleted", async () => {
    const here = world();
    const { admin } = here;
    await admin.bundles.create({ body: { name: "old" } });
    await admin.bundles.update({ bundle_name: "old", body: { isArchived: true } });
    expect(await names(here)).toEqual(["harbour-2026-12", "harbour-2026-11"]);
    expect(await names(here, true)).toContain("old");
    const used = admin.bundles.update({ bundle_name: "harbour-2026-11", body: { isArchived: true } });
    expect(isBadRequestError(await failure(used))).toBe(true);
    for (const bundle_name of ["old", "harbour-2026-11", "nowhere"])
      expect(await admin.bundles.delete({ bundle_name })).toBeUndefined();
    expect(await names(here, true)).toEqual(["harbour-2026-12"]);
    const tools = (await admin.addons.list()).addons.find(({ name }) => name === "harbour_tools");
    expect([tools?.productionVersion, tools?.stagingVersion]).toEqual([undefined, "1.3.0"]);
    expect(await roles(here)).toEqual([null, "harbour-2026-12"]);
    const gone = admin.bundles.update({ bundle_name: "old", body: { isDev: true } });
    expect(isNotFoundError(await failure(gone))).toBe(true);
  });

  it("are for everybody to list, and for administrators to change", async () => {
    const { admin, client } = world();
    const guest = { data: { isGuest: true }, password: "a-fictional-phrase" };
    await admin.users.create({ user_name: "guest_1", body: guest });
    const visitor = client(login({ name: "guest_1", password: guest.password }));
    expect((await visitor.bundles.list()).bundles).toHaveLength(2);
    const producer = client(login({ name: "producer", password: "producer" }));
    for (const error of await Promise.all(
      [
        producer.bundles.create({ body: { name: "b1" } }),
        producer.bundles.update({ bundle_name: "harbour-2026-11", body: {} }),
        producer.bundles.delete({ bundle_name: "harbour-2026-11" }),
      ].map(failure),
    ))
      expect(isPermissionDeniedError(error)).toBe(true);
  });
});
