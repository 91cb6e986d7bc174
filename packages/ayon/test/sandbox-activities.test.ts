import { apiKey, isBadRequestError, isNotFoundError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import type { Activity } from "../src/sandbox/activities/activity.ts";
import { renderKey } from "../src/sandbox/seed/users.ts";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const project_name = "harbour_short";
const v002 = { project_name, entity_type: "version", entity_id: "4f0e6b2ab8d511f19c4e0a58c3d27b32" } as const;
const compositing = { project_name, entity_type: "task", entity_id: "2f0e6b2ab8d511f19c4e0a58c3d27b11" } as const;
const seeded = { project_name, activity_id: "8f0e6b2ab8d511f19c4e0a58c3d27b71" };
const comment = { activityType: "comment", body: "Higher waves" } as const;

const artist = ({ client }: World) => client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));
const producer = ({ client }: World) => client(login({ name: "producer", password: "producer" }));
const service = ({ client }: World) => client(apiKey(renderKey));

const stored = ({ api }: World, id: string) => api.ayon.store.get("Activity", id);
const upload = async ({ admin }: World): Promise<string> =>
  (await admin.files.upload({ project_name, "X-File-Name": "a.txt", body: new Blob(["a"], { type: "text/plain" }) }))
    .id;

describe.each(ways)("activities on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are kept with where they belong, who wrote them, and whom they concern", async () => {
    const here = world();
    const body =
      "[Producer](user:producer) [buoy](folder:1f0e6b2ab8d511f19c4e0a58c3d27b04) ![waves](user:admin) [x](a:b)";
    const { id } = await artist(here).activities.create({
      ...v002,
      body: { activityType: "comment", body, tags: ["for reel"], data: { frame: 1012, author: "admin" } },
    });
    const activity = stored(here, id);
    expect(activity).toMatchObject({
      activityType: "comment",
      entityType: "version",
      entityId: v002.entity_id,
      body,
      tags: ["for reel"],
      createdAt: new Date(here.clock.now()).toISOString(),
      data: {
        frame: 1012,
        author: "compositor_1",
        origin: { type: "version", id: v002.entity_id, name: "v002" },
        parents: [
          { type: "folder", subtype: "Shot", name: "sh010" },
          { type: "product", subtype: "render", name: "renderMain" },
        ],
      },
    });
    const { references } = activity as Activity;
    expect(references.map((one) => [one.referenceType, one.entityType, one.entityName ?? one.entityId])).toEqual([
      ["origin", "version", v002.entity_id],
      ["author", "user", "compositor_1"],
      ["mention", "user", "producer"],
      ["mention", "folder", "1f0e6b2ab8d511f19c4e0a58c3d27b04"],
      ["relation", "folder", "1f0e6b2ab8d511f19c4e0a58c3d27b02"],
      ["relation", "task", compositing.entity_id],
    ]);
  });

  it("take an id and a time of their own, but no id that is taken", async () => {
    const here = world();
    const id = "8f0e6b2ab8d511f19c4e0a58c3d27b99";
    const body = { ...comment, id, timestamp: "2025-11-06T10:15:00+01:00" };
    expect(await here.admin.activities.create({ ...compositing, body })).toEqual({ id });
    const at = "2025-11-06T09:15:00.000Z";
    expect(stored(here, id)).toMatchObject({ createdAt: at, updatedAt: at });
    const again = await failure(here.admin.activities.create({ ...v002, body }));
    expect(again).toMatchObject({ status: 500, body: { code: 409 } });
  });

  it("make their author watch the entity, once, and count as a change of it, unless a service writes", async () => {
    const here = world();
    const { store } = here.api.ayon;
    const watches = () => store.list("Activity", { activityType: "watch", entityId: compositing.entity_id });
    here.clock.advance("PT1M");
    const now = new Date(here.clock.now()).toISOString();
    await service(here).activities.create({ ...compositing, body: { activityType: "status.change" } });
    expect(watches()).toEqual([]);
    for (const body of [comment, comment]) await producer(here).activities.create({ ...compositing, body });
    expect(watches()).toMatchObject([{ data: { author: "producer", watcher: "producer" } }]);
    expect(store.get("Task", compositing.entity_id)).toMatchObject({ updatedAt: now });
    const { id } = await artist(here).activities.create({ ...compositing, body: comment });
    expect(stored(here, id)?.references).toContainEqual({
      referenceType: "watching",
      entityType: "user",
      entityId: null,
      entityName: "producer",
    });
  });

  it("are told of by events, unless they come of one", async () => {
    const here = world();
    const { store } = here.api.ayon;
    const told = () => store.list("Event", { project: project_name }).map(({ topic }) => topic);
    await service(here).activities.create({ ...v002, body: { activityType: "version.publish" } });
    expect(told()).toEqual([]);
    const { id: activity_id } = await service(here).activities.create({ ...v002, body: comment });
    await service(here).activities.update({ project_name, activity_id, body: { body: "Calm" } });
    await service(here).activities.delete({ project_name, activity_id });
    expect(told()).toEqual(["activity.created", "activity.updated", "activity.deleted"]);
    expect(store.list("Event", { topic: "activity.created" })[0]).toMatchObject({
      user: "render_service",
      payload: { body: "Higher waves" },
      summary: {
        activity_id,
        activity_type: "comment",
        references: expect.arrayContaining([
          { entity_id: v002.entity_id, entity_type: "version", reference_type: "origin" },
        ]),
      },
    });
  });

  it("have files, and those that they name no longer are free", async () => {
    const here = world();
    const { store } = here.api.ayon;
    const [first, second] = [await upload(here), await upload(here)];
    const files = [first, "0".repeat(32)];
    const { id: activity_id } = await here.admin.activities.create({ ...v002, body: { ...comment, files } });
    const named = () => (stored(here, activity_id) as Activity).data.files?.map(({ id }) => id);
    const owner = (id: string) => store.get("ProjectFile", id)?.activityId;
    expect(stored(here, activity_id)).toMatchObject({ data: { files: [{ id: first, filename: "a.txt", size: 1 }] } });
    expect([named(), owner(first), owner(second)]).toEqual([[first], activity_id, null]);
    await here.admin.activities.update({ project_name, activity_id, body: { files: [second], appendFiles: true } });
    expect([named(), owner(first), owner(second)]).toEqual([[second, first], activity_id, activity_id]);
    await here.admin.activities.update({ project_name, activity_id, body: { files: [second] } });
    expect([named(), owner(first), owner(second)]).toEqual([[second], null, activity_id]);
    await here.admin.activities.update({ project_name, activity_id, body: { body: "Calm" } });
    expect(named()).toEqual([second]);
    await here.admin.activities.update({ project_name, activity_id, body: { files: [] } });
    expect([named(), owner(second)]).toEqual([undefined, null]);
  });

  it("clear away files that no activity has had for 5 minutes", async () => {
    const here = world();
    const { store } = here.api.ayon;
    const old = await upload(here);
    here.clock.advance("PT2M");
    const fresh = await upload(here);
    here.clock.advance("PT3M1S");
    expect(store.get("ProjectFile", old)).toBeDefined();
    await here.admin.activities.create({ ...v002, body: comment });
    expect(store.get("ProjectFile", old)).toBeUndefined();
    expect(store.get("ProjectFile", fresh)).toBeDefined();
    expect(store.get("ProjectFile", "9f0e6b2ab8d511f19c4e0a58c3d27b81")).toBeDefined();
    await here.admin.activities.delete(seeded);
    here.clock.advance("PT5M1S");
    await here.admin.activities.create({ ...v002, body: comment });
    expect(store.get("ProjectFile", "9f0e6b2ab8d511f19c4e0a58c3d27b81")).toBeUndefined();
  });

  it("change for their author: text, tags and free members, with new mentions", async () => {
    const here = world();
    const body = {
      body: "[Admin](user:admin):\n- [ ] buoy",
      tags: ["done"],
      data: { frame: 7, author: "nobody" },
    };
    expect(await artist(here).activities.update({ ...seeded, body })).toBeUndefined();
    const activity = stored(here, seeded.activity_id);
    expect(activity).toMatchObject({
      body: body.body,
      tags: ["done"],
      data: { frame: 7, author: "compositor_1", hasChecklist: true, files: [{ filename: "waves.png" }] },
    });
    const { references } = activity as Activity;
    const mentions = references.filter(({ referenceType }) => referenceType === "mention");
    expect(mentions.map(({ entityName }) => entityName)).toEqual(["admin"]);
    await artist(here).activities.update({ ...seeded, body: { body: "No list", tags: null, data: null } });
    expect(stored(here, seeded.activity_id)).toMatchObject({ body: "No list", tags: ["done"], data: { frame: 7 } });
    expect(stored(here, seeded.activity_id)?.data).not.toHaveProperty("hasChecklist");
  });

  it("of others can be ticked, and are theirs or an administrator's to change and delete", async () => {
    const here = world();
    const text = "- [ ] higher waves\n- [x] buoy";
    const { id: activity_id } = await artist(here).activities.create({ ...v002, body: { ...comment, body: text } });
    const own = { project_name, activity_id };
    const ticked = "- [x] higher waves\n- [x] buoy";
    await producer(here).activities.update({ ...own, body: { body: ticked, data: { frame: 1 }, files: [] } });
    expect(stored(here, activity_id)).toMatchObject({ body: ticked, data: { author: "compositor_1" } });
    expect(stored(here, activity_id)?.data).not.toHaveProperty("frame");
    for (const error of [
      await failure(producer(here).activities.update({ ...own, body: { body: "- [x] calm" } })),
      await failure(producer(here).activities.update({ ...own, body: { body: "" } })),
      await failure(producer(here).activities.delete(own)),
    ])
      expect(isPermissionDeniedError(error)).toBe(true);
    await here.admin.activities.update({ ...own, body: { body: "Calm" } });
    expect(stored(here, activity_id)).toMatchObject({ body: "Calm", data: { author: "compositor_1" } });
    expect(await artist(here).activities.delete(own)).toBeUndefined();
    expect(stored(here, activity_id)).toBeUndefined();
    await here.admin.activities.delete(seeded);
  });

  it("of other kinds than comments and reviews are for services, and categories for managers", async () => {
    const here = world();
    const watch = { activityType: "watch", data: { watcher: "producer" } } as const;
    expect(isBadRequestError(await failure(here.admin.activities.create({ ...v002, body: watch })))).toBe(true);
    await service(here).activities.create({ ...v002, body: watch });
    await artist(here).activities.create({ ...v002, body: { activityType: "version.review", body: "Good" } });
    const inCategory = { ...comment, data: { category: "client" } };
    const error = await failure(artist(here).activities.create({ ...v002, body: inCategory }));
    expect(isPermissionDeniedError(error)).toBe(true);
    await producer(here).activities.create({ ...v002, body: inCategory });
    const guest = {
      data: { isGuest: true, accessGroups: { [project_name]: ["artist"] } },
      password: "a-fictional-one",
    };
    await here.admin.users.create({ user_name: "guest_1", body: guest });
    const visitor = here.client(login({ name: "guest_1", password: guest.password }));
    const byGuest = await failure(visitor.activities.create({ ...v002, body: comment }));
    expect(isPermissionDeniedError(byGuest)).toBe(true);
  });

  it("are about entities of a project that the caller has access to, and have at most 2000 characters", async () => {
    const here = world();
    const unknown = "0".repeat(32);
    for (const error of await Promise.all(
      [
        here.admin.activities.create({ ...v002, entity_id: unknown, body: comment }),
        here.admin.activities.create({ ...v002, entity_type: "folder", body: comment }),
        here.admin.activities.create({ ...v002, project_name: "studio_library", body: comment }),
        here.admin.activities.create({ ...v002, project_name: "nowhere", body: comment }),
        here.admin.activities.update({ project_name, activity_id: unknown, body: {} }),
        here.admin.activities.delete({ ...seeded, project_name: "studio_library" }),
      ].map(failure),
    ))
      expect(isNotFoundError(error)).toBe(true);
    const elsewhere = artist(here).activities.create({ ...v002, project_name: "studio_library", body: comment });
    expect(isPermissionDeniedError(await failure(elsewhere))).toBe(true);
    const long = here.admin.activities.create({ ...v002, body: { ...comment, body: "x".repeat(2001) } });
    expect(isBadRequestError(await failure(long))).toBe(true);
  });
});
