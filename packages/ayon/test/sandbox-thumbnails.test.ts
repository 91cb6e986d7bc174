import { isNotFoundError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";
import { jpeg, png } from "./pictures.ts";

const project_name = "harbour_short";
const v001 = { project_name, version_id: "4f0e6b2ab8d511f19c4e0a58c3d27b31" };
const modelling = { project_name, version_id: "4f0e6b2ab8d511f19c4e0a58c3d27b33" };

const artist = ({ client }: World) => client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));

const bytesOf = async (blob: Blob): Promise<number[]> => [...new Uint8Array(await blob.arrayBuffer())];

describe.each(ways)("thumbnails on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("come back by their id, with the time of their upload", async () => {
    const here = world();
    const picture = png(3, 2);
    const stored = await artist(here).thumbnails.upload({ project_name, body: picture });
    expect(stored).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/), affectedEntities: [] });
    for (const original of [false, true]) {
      const wanted = { project_name, thumbnail_id: stored.id, original };
      const { status, data, headers } = await here.admin.thumbnails.download.full(wanted);
      expect(status).toBe(200);
      expect(await bytesOf(data)).toEqual(await bytesOf(picture));
      expect(Object.fromEntries(headers)).toMatchObject({
        "content-type": "image/png",
        "cache-control": "max-age=3600",
        "x-thumbnail-id": stored.id,
        "x-thumbnail-time": `${new Date(here.clock.now()).toISOString().slice(0, -1).replace("T", " ")}000+00:00`,
      });
      expect(headers.has("content-disposition")).toBe(false);
    }
  });

  it("are what their bytes are, whatever of the two types was said", async () => {
    const { admin } = world();
    const body = new Blob([await jpeg(64, 48).arrayBuffer()], { type: "image/png" });
    const { id: thumbnail_id } = await admin.thumbnails.upload({ project_name, body });
    const { headers } = await admin.thumbnails.download.full({ project_name, thumbnail_id });
    expect(headers.get("content-type")).toBe("image/jpeg");
  });

  it("of other types or other bytes are answered 415", async () => {
    const { admin } = world();
    const whole = await png(3, 2).arrayBuffer();
    const bad = [
      new Blob([whole], { type: "text/plain" }),
      new Blob([whole.slice(0, 9)], { type: "image/png" }),
      new Blob([whole.slice(0, 20)], { type: "image/png" }),
      new Blob(["GIF89a, and so on"], { type: "image/png" }),
      new Blob([(await jpeg(64, 48).arrayBuffer()).slice(0, 18)], { type: "image/jpeg" }),
      png(0, 2),
    ];
    for (const body of bad) {
      expect(await failure(admin.thumbnails.upload({ project_name, body }))).toMatchObject({ status: 415 });
      expect(await failure(admin.thumbnails.uploadForVersion({ ...v001, body }))).toMatchObject({ status: 415 });
    }
  });

  it("that nobody knows are a picture of one pixel with 203, or 404 where none is wanted", async () => {
    const { admin } = world();
    const wanted = { project_name, thumbnail_id: "0".repeat(32) };
    const { status, data, headers } = await admin.thumbnails.download.full(wanted);
    expect(status).toBe(203);
    expect((await bytesOf(data)).slice(12, 24)).toEqual([73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(headers.has("x-thumbnail-id")).toBe(false);
    const none = admin.thumbnails.download({ ...wanted, placeholder: "none" });
    expect(isNotFoundError(await failure(none))).toBe(true);
  });

  it("of a version are attached to it, and its folder and its task have a new hash too", async () => {
    const here = world();
    const { store } = here.api.ayon;
    here.clock.advance("PT1M");
    const body = png(4, 4);
    const { id, affectedEntities } = await artist(here).thumbnails.uploadForVersion({ ...v001, body });
    const task = store.get("Version", v001.version_id)?.taskId;
    const entities = [
      ["version", "Version", v001.version_id],
      ["folder", "Folder", "1f0e6b2ab8d511f19c4e0a58c3d27b02"],
      ...(task ? [["task", "Task", String(task)] as const] : []),
    ] as const;
    expect(affectedEntities).toHaveLength(entities.length);
    for (const [index, [entityType, resource, entityId]] of entities.entries()) {
      const thumbnailHash = affectedEntities?.[index]?.thumbnailHash;
      expect(affectedEntities?.[index]).toEqual({ entityType, entityId, thumbnailHash, thumbnailId: null });
      expect(thumbnailHash).toMatch(/^[0-9a-f]{6}$/);
      expect(store.get(resource, entityId)).toMatchObject({
        data: { thumbnailHash },
        updatedAt: new Date(here.clock.now()).toISOString(),
      });
    }
    expect(store.get("Version", v001.version_id)).toMatchObject({ thumbnailId: id });
    const { data, headers } = await artist(here).thumbnails.downloadForVersion.full(v001);
    expect(await bytesOf(data)).toEqual(await bytesOf(body));
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "x-thumbnail-id": id,
    });
    expect(headers.has("x-thumbnail-time")).toBe(false);
  });

  it("of a version without one are its newest reviewable, or a picture of one pixel, or 404", async () => {
    const { admin } = world();
    const { status, headers } = await admin.thumbnails.downloadForVersion.full(modelling);
    expect([status, headers.get("cache-control")]).toEqual([200, "public, max-age=3600"]);
    expect(headers.has("x-thumbnail-id")).toBe(false);
    const none = admin.thumbnails.downloadForVersion({ ...modelling, placeholder: "none" });
    expect(isNotFoundError(await failure(none))).toBe(true);
    const body = png(5, 5);
    for (const picture of [png(4, 4), body])
      await admin.reviewables.upload({ ...modelling, "X-File-Name": "a.png", body: picture });
    await admin.versions.update({ ...modelling, body: { thumbnailId: null } });
    const shown = await admin.thumbnails.downloadForVersion(modelling);
    expect(await bytesOf(shown)).toEqual(await bytesOf(body));
  });

  it("by their id are for managers, those of versions for members of the project", async () => {
    const here = world();
    const guest = {
      data: { isGuest: true, accessGroups: { [project_name]: ["artist"] } },
      password: "a-fictional-one",
    };
    await here.admin.users.create({ user_name: "guest_1", body: guest });
    const visitor = here.client(login({ name: "guest_1", password: guest.password }));
    expect((await visitor.thumbnails.downloadForVersion(v001)).size).toBeGreaterThan(0);
    const { id: thumbnail_id } = await here.admin.thumbnails.upload({ project_name, body: png(1, 1) });
    for (const error of await Promise.all(
      [
        artist(here).thumbnails.download({ project_name, thumbnail_id }),
        visitor.thumbnails.upload({ project_name, body: png(1, 1) }),
        visitor.thumbnails.uploadForVersion({ ...v001, body: png(1, 1) }),
        artist(here).thumbnails.upload({ project_name: "studio_library", body: png(1, 1) }),
      ].map(failure),
    ))
      expect(isPermissionDeniedError(error)).toBe(true);
  });

  it("of versions and projects that nobody knows are not found", async () => {
    const { admin } = world();
    const unknown = { project_name, version_id: "0".repeat(32) };
    const elsewhere = { ...v001, project_name: "studio_library" };
    for (const error of await Promise.all(
      [
        admin.thumbnails.downloadForVersion(unknown),
        admin.thumbnails.downloadForVersion(elsewhere),
        admin.thumbnails.uploadForVersion({ ...unknown, body: png(1, 1) }),
        admin.thumbnails.upload({ project_name: "nowhere", body: png(1, 1) }),
      ].map(failure),
    ))
      expect(isNotFoundError(error)).toBe(true);
  });
});
