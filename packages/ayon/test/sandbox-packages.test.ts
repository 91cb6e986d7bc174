import { isBadRequestError, isConflictError, isNotFoundError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const filename = "harbour-launcher-1.6.0-linux.tar.gz";
const installer = { filename, platform: "linux", version: "1.6.0" } as const;
const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);
const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

describe.each(ways)("packages on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("come back byte for byte, whole and in part", async () => {
    const { admin, api } = world();
    expect(await admin.installers.create({ body: installer })).toEqual({ eventId: null });
    expect(isNotFoundError(await failure(admin.installers.download({ filename })))).toBe(true);
    expect(await admin.installers.upload({ filename, body: new Blob([bytes]) })).toBeUndefined();
    expect(await bytesOf(await admin.installers.download({ filename }))).toEqual(bytes);
    const { url, token, fetch } = api.ayon;
    const part = await fetch(`${url}/api/desktop/installers/${filename}`, {
      headers: { authorization: `Bearer ${token()}`, range: "bytes=69990-" },
    });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, "bytes 69990-69999/70000"]);
    expect(part.headers.get("content-disposition")).toBe(`attachment; filename="${filename}"`);
    expect(part.headers.get("last-modified")).toBe("Thu, 01 Jan 2026 00:00:00 GMT");
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(69_990));
  });

  it("list this server among their sources once their file is there, and the last upload counts", async () => {
    const { admin } = world();
    const url = "https://files.example.com/launcher.tar.gz";
    await admin.installers.create({
      body: { ...installer, size: null, sources: [{ type: "url", url }, { type: "server" }] },
    });
    const listed = async (): Promise<unknown> => (await admin.installers.list({ version: "1.6.0" })).installers;
    const shown = { ...installer, pythonModules: {}, runtimePythonModules: {} };
    expect(await listed()).toEqual([{ ...shown, sources: [{ type: "http", url }] }]);
    await admin.installers.upload({ filename, body: new Blob(["first"]) });
    await admin.installers.upload({ filename, body: new Blob(["second"]) });
    expect(await listed()).toEqual([{ ...shown, sources: [{ type: "server" }, { type: "http", url }] }]);
    expect(await (await admin.installers.download({ filename })).text()).toBe("second");
  });

  it("are refused empty, unregistered, twice under a name, and twice for a version and platform", async () => {
    const { admin } = world();
    await admin.installers.create({ body: installer });
    expect(isBadRequestError(await failure(admin.installers.upload({ filename, body: new Blob([]) })))).toBe(true);
    expect(
      isNotFoundError(await failure(admin.installers.upload({ filename: "none.zip", body: new Blob(["a"]) }))),
    ).toBe(true);
    expect(isConflictError(await failure(admin.installers.create({ body: installer })))).toBe(true);
    const twin = { ...installer, filename: "twin.tar.gz" };
    const error = await failure(admin.installers.create({ body: twin }));
    expect(error).toMatchObject({ status: 500, body: { code: 409 } });
    expect(await admin.installers.create({ body: twin, force: true })).toEqual({ eventId: null });
  });

  it("keep their file when they are registered again by force", async () => {
    const { admin } = world();
    const [{ filename: name, ...first } = installer] = (await admin.installers.list({ platform: "linux" })).installers;
    const body = { filename: name, platform: "linux", version: "1.5.0" } as const;
    await admin.installers.create({ body, overwrite: true });
    const [again] = (await admin.installers.list({ platform: "linux" })).installers;
    expect(again).toEqual({ ...body, sources: [{ type: "server" }], pythonModules: {}, runtimePythonModules: {} });
    expect(first).toHaveProperty("checksum");
    expect((await admin.installers.download({ filename: name })).size).toBeGreaterThan(0);
  });

  it("fetched from an address have an event, the same one for the same address, and a file of that name only", async () => {
    const { admin } = world();
    const url = `https://files.example.com/${filename}?v=1`;
    const { eventId } = await admin.installers.create({ body: installer, url });
    const event = await admin.events.get({ event_id: String(eventId) });
    expect(event).toMatchObject({
      topic: "installer.install_from_url",
      status: "finished",
      user: "admin",
      summary: { url },
    });
    expect(await (await admin.installers.download({ filename })).text()).toContain(url);
    expect(await admin.installers.create({ body: installer, url, force: true })).toEqual({ eventId });
    const other = { filename: "deps.zip", platform: "linux", installerVersion: "1.6.0" } as const;
    const fetched = await admin.dependencyPackages.create({ body: other, url });
    expect(fetched.eventId).not.toBe(eventId);
    expect(isNotFoundError(await failure(admin.dependencyPackages.download({ filename: "deps.zip" })))).toBe(true);
  });

  it("of dependencies go the same way, and leave addons without a version out", async () => {
    const { admin } = world();
    const name = "deps+ä.zip";
    const sourceAddons = { harbour_tools: "1.3.0", tide_gauge: null };
    const body = { filename: name, platform: "darwin", installerVersion: "1.6.0", sourceAddons } as const;
    await admin.dependencyPackages.create({ body });
    await admin.dependencyPackages.upload({ filename: name, body: bytes });
    expect(await bytesOf(await admin.dependencyPackages.download({ filename: name }))).toEqual(bytes);
    const { packages } = await admin.dependencyPackages.list();
    expect(packages.find((one) => one.filename === name)?.sourceAddons).toEqual({ harbour_tools: "1.3.0" });
    await admin.dependencyPackages.delete({ filename: name });
    for (const error of await Promise.all(
      [admin.dependencyPackages.download({ filename: name }), admin.dependencyPackages.delete({ filename: name })].map(
        failure,
      ),
    ))
      expect(isNotFoundError(error)).toBe(true);
  });

  it("are chosen by the version that the bundle in a role names; one that names none lets all through", async () => {
    const { admin } = world();
    await admin.installers.create({ body: installer });
    const versions = async (variant: "production" | "staging"): Promise<unknown> =>
      (await admin.installers.list({ variant, version: "9.9.9" })).installers.map(({ version }) => version);
    expect(await versions("production")).toEqual(["1.5.0", "1.5.0"]);
    await admin.bundles.create({ body: { name: "next", isStaging: true, installerVersion: "1.6.0" } });
    expect(await versions("staging")).toEqual(["1.6.0"]);
    await admin.bundles.create({ body: { name: "any", isStaging: true } });
    expect(await versions("staging")).toEqual(["1.5.0", "1.5.0", "1.6.0"]);
    await admin.bundles.delete({ bundle_name: "any" });
    expect(isNotFoundError(await failure(admin.installers.list({ variant: "staging" })))).toBe(true);
  });

  it("are for administrators to register, upload and delete, and for guests not even to list", async () => {
    const { admin, client } = world();
    await admin.users.create({
      user_name: "guest_1",
      body: { data: { isGuest: true }, password: "a-fictional-phrase" },
    });
    const guest = client(login({ name: "guest_1", password: "a-fictional-phrase" }));
    const artist = client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));
    const name = "harbour-launcher-1.5.0-linux.zip";
    expect((await artist.installers.download({ filename: name })).size).toBeGreaterThan(0);
    for (const error of await Promise.all(
      [
        artist.installers.create({ body: installer }),
        artist.installers.upload({ filename: name, body: new Blob(["a"]) }),
        artist.installers.delete({ filename: name }),
        guest.installers.list(),
        guest.installers.download({ filename: name }),
      ].map(failure),
    ))
      expect(isPermissionDeniedError(error)).toBe(true);
  });

  it("and events that nobody knows are not found", async () => {
    const { admin } = world();
    expect(isNotFoundError(await failure(admin.events.get({ event_id: "0".repeat(32) })))).toBe(true);
  });
});
