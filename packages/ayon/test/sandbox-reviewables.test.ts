import { isBadRequestError, isNotFoundError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";
import { jpeg, png } from "./pictures.ts";

const project_name = "harbour_short";
const seeded = { project_name, version_id: "4f0e6b2ab8d511f19c4e0a58c3d27b32" };
const modelling = { project_name, version_id: "4f0e6b2ab8d511f19c4e0a58c3d27b33" };

const artist = ({ client }: World) => client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));

describe.each(ways)("reviewables on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("of a version stand in it, old ones first or by their rank", async () => {
    const here = world();
    const { store } = here.api.ayon;
    const name = { "X-File-Name": "new.png" };
    const { activityId } = await here.admin.reviewables.upload({ ...seeded, ...name, body: png(2, 2) });
    const list = await here.admin.reviewables.list(seeded);
    expect(list).toMatchObject({
      id: seeded.version_id,
      name: "v002",
      version: "2",
      productName: "renderMain",
      productType: "render",
      reviewables: [{ filename: "sh010_v002.png", label: "waves", author: { name: "compositor_1" } }, { activityId }],
    });
    const activity = store.get("Activity", activityId) ?? {};
    store.update("Activity", activity, { data: { ...(activity.data as object), reviewableOrder: -1 } });
    expect((await here.admin.reviewables.list(seeded)).reviewables[0]).toMatchObject({ activityId });
  });

  it("of pictures are ready, with what their heads say", async () => {
    const here = world();
    const upload = (body: Blob) =>
      artist(here).reviewables.upload({ ...modelling, "X-File-Name": "a b.png", label: "waves & wind", body });
    const still = { probeVersion: 1, majorBrand: "", videoTrackIndex: 0, frameRate: 25, duration: 0, iframeOnly: true };
    const uploaded = await upload(png(320, 200, "rgb24"));
    const now = new Date(here.clock.now()).toISOString();
    expect(uploaded).toEqual({
      fileId: expect.stringMatching(/^[0-9a-f]{32}$/),
      activityId: expect.stringMatching(/^[0-9a-f]{32}$/),
      filename: "a b.png",
      label: "waves & wind",
      mimetype: "image/png",
      availability: "ready",
      mediaInfo: { ...still, width: 320, height: 200, pixelFormat: "rgb24", codec: "png" },
      createdFrom: null,
      processing: null,
      createdAt: now.slice(0, -1),
      updatedAt: now.slice(0, -1),
      author: { name: "compositor_1", fullName: "Compositor One" },
    });
    const { reviewables } = await here.admin.reviewables.list(modelling);
    expect(reviewables).toEqual([{ ...uploaded, createdAt: now, updatedAt: now }]);
    expect((await upload(jpeg(640, 360))).mediaInfo).toEqual({
      ...still,
      width: 640,
      height: 360,
      pixelFormat: "yuvj420p",
      codec: "mjpeg",
    });
    const file = { project_name, file_id: uploaded.fileId };
    expect((await artist(here).files.download(file)).size).toBe(png(320, 200, "rgb24").size);
  });

  it("of videos and other pictures are taken as they are, and nothing is known of what they show", async () => {
    const { admin } = world();
    const box = new Uint8Array([0, 0, 0, 20, ...new TextEncoder().encode("ftypqt  "), 0, 0, 2, 0]);
    const send = (body: Blob) => admin.reviewables.upload({ ...modelling, "X-File-Name": "a.mov", body });
    expect(await send(new Blob([box], { type: "video/quicktime" }))).toMatchObject({
      availability: "unknown",
      label: null,
      mediaInfo: { probeVersion: 1, majorBrand: "qt" },
    });
    for (const type of ["image/x-exr", "application/mxf"])
      expect(await send(new Blob(["bytes"], { type }))).toMatchObject({ availability: "unknown", mimetype: type });
  });

  it("become the thumbnail of a version that has none, if they are pictures", async () => {
    const here = world();
    const { store } = here.api.ayon;
    const send = (version: typeof seeded, body: Blob) =>
      here.admin.reviewables.upload({ ...version, "X-File-Name": "a", body });
    const thumbnailOf = ({ version_id }: typeof seeded) => store.get("Version", version_id)?.thumbnailId;
    const before = thumbnailOf(seeded);
    await send(seeded, png(2, 2));
    expect(thumbnailOf(seeded)).toBe(before);
    await send(modelling, new Blob(["bytes"], { type: "video/mp4" }));
    expect(thumbnailOf(modelling)).toBeUndefined();
    await send(modelling, png(7, 7));
    const first = thumbnailOf(modelling);
    expect(first).toBeDefined();
    await send(modelling, png(8, 8));
    expect(thumbnailOf(modelling)).toBe(first);
  });

  it("are activities of the version that its uploader watches from then on, and events tell of them", async () => {
    const here = world();
    const { store } = here.api.ayon;
    const before = store.list("Event", { project: project_name }).length;
    here.clock.advance("PT1M");
    const { fileId, activityId } = await artist(here).reviewables.upload({
      ...modelling,
      "X-File-Name": "a.png",
      label: "waves",
      body: png(2, 2),
    });
    expect(store.get("Activity", activityId)).toMatchObject({
      activityType: "reviewable",
      entityId: modelling.version_id,
      data: { author: "compositor_1", reviewableLabel: "waves", files: [{ id: fileId, filename: "a.png" }] },
    });
    const watch = { activityType: "watch", entityId: modelling.version_id };
    expect(store.list("Activity", watch)).toMatchObject([{ data: { watcher: "compositor_1" } }]);
    const events = store.list("Event", { project: project_name }).slice(before);
    expect(events.map(({ topic }) => topic)).toEqual(["activity.created", "activity.created", "reviewable.created"]);
    expect(events[2]).toMatchObject({
      project: project_name,
      user: "compositor_1",
      summary: { fileId, activityId, versionId: modelling.version_id, filename: "a.png", label: "waves" },
    });
  });

  it("count as a change of the version, one that keeps its thumbnail too", async () => {
    const here = world();
    await here.admin.reviewables.upload({ ...seeded, "X-File-Name": "a.png", body: png(2, 2) });
    const { updatedAt } = await here.admin.versions.get(seeded);
    expect(updatedAt).toBe(new Date(here.clock.now()).toISOString());
  });

  it("are refused without bytes, of another type, or as pictures that can't be read, and nothing is kept", async () => {
    const here = world();
    const send = (body: Blob, name = "a.png") =>
      here.admin.reviewables.upload({ ...modelling, "X-File-Name": name, body });
    for (const error of [
      await failure(send(new Blob([await png(2, 2).arrayBuffer()], { type: "application/octet-stream" }))),
      await failure(send(new Blob([], { type: "image/png" }))),
      await failure(send(new Blob(["no picture"], { type: "image/png" }))),
      await failure(send(new Blob(["no picture"], { type: "image/jpeg" }))),
      await failure(send(png(2, 2), "")),
    ])
      expect(isBadRequestError(error)).toBe(true);
    expect((await here.admin.reviewables.list(modelling)).reviewables).toEqual([]);
    expect(here.api.ayon.store.list("ProjectFile")).toHaveLength(2);
  });

  it("go with their file or their activity", async () => {
    const { admin } = world();
    const upload = () => admin.reviewables.upload({ ...modelling, "X-File-Name": "a.png", body: png(2, 2) });
    const [first, second] = [await upload(), await upload()];
    await admin.files.delete({ project_name, file_id: first.fileId });
    await admin.activities.delete({ project_name, activity_id: second.activityId });
    expect((await admin.reviewables.list(modelling)).reviewables).toEqual([]);
  });

  it("are for members of the project, and guests see no attributes", async () => {
    const here = world();
    const guest = {
      data: { isGuest: true, accessGroups: { [project_name]: ["artist"] } },
      password: "a-fictional-one",
    };
    await here.admin.users.create({ user_name: "guest_1", body: guest });
    const visitor = here.client(login({ name: "guest_1", password: guest.password }));
    expect((await here.admin.reviewables.list(seeded)).attrib).not.toEqual({});
    expect((await visitor.reviewables.list(seeded)).attrib).toEqual({});
    const upload = visitor.reviewables.upload({ ...seeded, "X-File-Name": "a.png", body: png(2, 2) });
    expect(isPermissionDeniedError(await failure(upload))).toBe(true);
    for (const error of await Promise.all(
      [
        here.admin.reviewables.list({ project_name, version_id: "0".repeat(32) }),
        here.admin.reviewables.list({ ...seeded, project_name: "studio_library" }),
        here.admin.reviewables.upload({
          project_name,
          version_id: "0".repeat(32),
          "X-File-Name": "a.png",
          body: png(2, 2),
        }),
      ].map(failure),
    ))
      expect(isNotFoundError(error)).toBe(true);
  });
});
