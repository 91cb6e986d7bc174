import {
  apiKey,
  type components,
  isBadRequestError,
  isConflictError,
  isNotFoundError,
  isPermissionDeniedError,
  login,
} from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { renderKey } from "../src/sandbox/seed/users.ts";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const target = { sourceTopic: "harbour.publish", targetTopic: "harbour.transcode" };

const service = ({ client }: World) => client(apiKey(renderKey));

const artist = ({ client }: World) => client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));

/** Sends the event that work is for. */
async function publish({ admin }: World, summary: Record<string, unknown> = {}): Promise<string> {
  return (await admin.events.create({ body: { topic: "harbour.publish", summary } })).id;
}

describe.each(ways)("events on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are kept with all members, done unless said otherwise, and depend on nothing whatever was said", async () => {
    const { admin } = world();
    const { id: source } = await admin.events.create({ body: { topic: "harbour.publish" } });
    expect(await admin.events.get({ event_id: source })).toMatchObject({
      id: source,
      hash: source,
      topic: "harbour.publish",
      sender: null,
      senderType: "api",
      project: null,
      user: "admin",
      dependsOn: null,
      status: "finished",
      retries: 0,
      description: "",
      summary: {},
      payload: {},
    });
    const body = {
      topic: "harbour.transcode",
      sender: "tools",
      hash: "h1",
      project: "harbour_short",
      dependsOn: source,
      description: "Wait",
      summary: { a: 1 },
      payload: { b: [2] },
      finished: false,
    };
    const { id } = await admin.events.create({ body });
    const { finished: _done, dependsOn: _ignored, ...kept } = body;
    const event = await admin.events.get({ event_id: id });
    expect(event).toMatchObject({ ...kept, status: "pending", dependsOn: null });
  });

  it("of a hash that is taken are refused, or overwrite the other, which gets a new id and keeps its age", async () => {
    const here = world();
    const { admin } = here;
    const { id } = await admin.events.create({ body: { topic: "harbour.publish", hash: "h1" } });
    const { createdAt } = await admin.events.get({ event_id: id });
    here.clock.advance("PT1H");
    const again = { topic: "harbour.publish_again", hash: "h1" };
    expect(isConflictError(await failure(admin.events.create({ body: again })))).toBe(true);
    const { id: next } = await admin.events.create({ body: { ...again, reuse: true } });
    expect(next).not.toBe(id);
    expect(isNotFoundError(await failure(admin.events.get({ event_id: id })))).toBe(true);
    const event = await admin.events.get({ event_id: next });
    expect(event).toMatchObject({ topic: "harbour.publish_again", hash: "h1", createdAt });
    expect(Date.parse(event.updatedAt) - Date.parse(createdAt)).toBe(3_600_000);
    await service(here).events.enroll({ body: { ...target, sourceTopic: "harbour.publish_again" } });
    const depended = admin.events.create({ body: { ...again, reuse: true } });
    expect(isConflictError(await failure(depended))).toBe(true);
  });

  it("that are not to be stored leave an id that leads nowhere", async () => {
    const { admin, api } = world();
    const { id } = await admin.events.create({ body: { topic: "harbour.publish", store: false } });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(isNotFoundError(await failure(admin.events.get({ event_id: id })))).toBe(true);
    expect(api.ayon.store.list("Event", { topic: "harbour.publish" })).toEqual([]);
  });

  it("change in what is given; null changes nothing, and progress is not kept", async () => {
    const here = world();
    const event_id = await publish(here, { version: 2 });
    here.clock.advance("PT1M");
    const body = { description: "Half done", progress: 50, retries: 2, summary: null, sender: "tools" };
    await here.admin.events.update({ event_id, body });
    const event = await here.admin.events.get({ event_id });
    expect(event).toMatchObject({ description: "Half done", retries: 2, summary: { version: 2 }, sender: "tools" });
    expect(event).not.toHaveProperty("progress");
    expect(Date.parse(event.updatedAt) - Date.parse(event.createdAt)).toBe(60_000);
    await here.admin.events.update({ event_id, body: { projectName: "studio_library", payload: { a: 1 } } });
    expect(await here.admin.events.get({ event_id })).toMatchObject({ project: "studio_library", payload: { a: 1 } });
    const unknown = here.admin.events.update({ event_id: "0".repeat(32), body: {} });
    expect(isNotFoundError(await failure(unknown))).toBe(true);
  });

  it("have a status that services set, and administrators only that of work and of installations", async () => {
    const here = world();
    const { admin } = here;
    const event_id = await publish(here);
    const body = { status: "in_progress" as const };
    expect(isPermissionDeniedError(await failure(admin.events.update({ event_id, body })))).toBe(true);
    await admin.events.update({ event_id, body: { status: "finished", description: "The same status" } });
    await service(here).events.update({ event_id, body });
    expect(await admin.events.get({ event_id })).toMatchObject({ status: "in_progress", user: "admin" });
    await service(here).events.update({ event_id, body: { status: "finished" } });
    const job = await service(here).events.enroll({ body: target });
    await admin.events.update({ event_id: String(job?.id), body: { status: "failed" } });
    expect(await admin.events.get({ event_id: String(job?.id) })).toMatchObject({ status: "failed" });
    const { id } = await admin.events.create({ body: { topic: "addon.install_from_url" } });
    await admin.events.update({ event_id: id, body: { status: "restarted" } });
    expect(await admin.events.get({ event_id: id })).toMatchObject({ status: "restarted" });
  });

  it("of the launcher have a status for the user who caused them and for administrators", async () => {
    const here = world();
    const { store } = here.api.ayon;
    const action = { topic: "action.launcher", hash: "h1", status: "pending" };
    const own = String(store.create("Event", { ...action, user: "compositor_1" }).id);
    const other = String(store.create("Event", { ...action, hash: "h2", user: "producer" }).id);
    const body = { status: "in_progress" as const };
    await artist(here).events.update({ event_id: own, body });
    for (const error of [
      await failure(artist(here).events.update({ event_id: other, body })),
      await failure(artist(here).events.update({ event_id: own, body: { user: "producer" } })),
      await failure(artist(here).events.update({ event_id: await publish(here), body: { description: "Mine" } })),
    ])
      expect(isPermissionDeniedError(error)).toBe(true);
    await here.admin.events.update({ event_id: other, body: { ...body, user: "admin" } });
    expect(await here.admin.events.get({ event_id: other })).toMatchObject({ status: "in_progress", user: "admin" });
  });

  it("are for managers to send, and their topics have a form", async () => {
    const here = world();
    const body = { topic: "harbour.publish" };
    expect(isPermissionDeniedError(await failure(artist(here).events.create({ body })))).toBe(true);
    const producer = here.client(login({ name: "producer", password: "producer" }));
    expect((await producer.events.create({ body })).id).toMatch(/^[0-9a-f]{32}$/);
    for (const topic of ["q", "1st.topic", "harbour publish"])
      expect(isBadRequestError(await failure(here.admin.events.create({ body: { topic } })))).toBe(true);
  });
});

describe.each(ways)("work for services on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("is an event for the oldest finished one that has none, until nothing is left", async () => {
    const here = world();
    const sources = [await publish(here), await publish(here)];
    const worker = service(here);
    const found: unknown[] = [];
    for (const _source of sources) {
      const job = await worker.events.enroll({ body: { ...target, sender: "w1", description: "Transcode" } });
      found.push(job?.dependsOn);
      const event = await here.admin.events.get({ event_id: String(job?.id) });
      expect(event).toMatchObject({
        hash: job?.hash,
        topic: "harbour.transcode",
        status: "pending",
        sender: "w1",
        senderType: "api",
        user: "render_service",
        description: "Transcode",
      });
      await worker.events.update({ event_id: event.id, body: { status: "finished" } });
    }
    expect(found).toEqual(sources);
    expect(await worker.events.enroll({ body: { ...target, sender: "w1" } })).toBeUndefined();
  });

  it("is the same again for the worker that has it, and passed over by others, or waited for", async () => {
    const here = world();
    const sources = [await publish(here), await publish(here)];
    const worker = service(here);
    const ask = (sender: string, sequential = false) =>
      worker.events.enroll({ body: { ...target, sender, sequential } });
    const first = await ask("w1");
    expect(await ask("w1")).toEqual(first);
    expect(await ask("w2", true)).toBeUndefined();
    expect(await ask("w2")).toMatchObject({ dependsOn: sources[1] });
    await worker.events.update({ event_id: String(first?.id), body: { status: "aborted" } });
    expect(await ask("w1")).toEqual({ ...first, status: "aborted" });
  });

  it("that failed is given out again as often as wanted, and what was restarted without being counted", async () => {
    const here = world();
    await publish(here);
    const worker = service(here);
    const ask = () => worker.events.enroll({ body: { ...target, sender: "w1", maxRetries: 1 } });
    const first = await ask();
    const event_id = String(first?.id);
    const end = (status: "failed" | "restarted") => worker.events.update({ event_id, body: { status } });
    const retries = async () => (await here.admin.events.get({ event_id })).retries;
    await end("restarted");
    expect(await ask()).toEqual(first);
    expect(await retries()).toBe(0);
    await end("failed");
    expect(await ask()).toEqual(first);
    await end("failed");
    expect(await ask()).toEqual(first);
    expect(await retries()).toBe(2);
    await end("failed");
    expect(await ask()).toBeUndefined();
  });

  it("is for topics with an asterisk, or for several without", async () => {
    const here = world();
    const worker = service(here);
    await here.admin.events.create({ body: { topic: "harbourXpublish" } });
    const source = await publish(here);
    const ask = (sourceTopic: string | string[], targetTopic: string) =>
      worker.events.enroll({ body: { sourceTopic, targetTopic } });
    expect(await ask("harbour.*", "a.all")).toMatchObject({ dependsOn: source });
    expect(await ask(["harbour.nothing", "harbour.publish"], "a.some")).toMatchObject({ dependsOn: source });
    expect(await ask(["harbour.*"], "a.none")).toBeUndefined();
  });

  it("is not for events that are unfinished, old, or of a kind of program that is ignored", async () => {
    const here = world();
    const worker = service(here);
    await here.admin.events.create({ body: { topic: "harbour.publish", finished: false } });
    expect(await worker.events.enroll({ body: target })).toBeUndefined();
    const source = await publish(here);
    const ignoreSenderTypes = ["api"];
    expect(await worker.events.enroll({ body: { ...target, ignoreSenderTypes } })).toBeUndefined();
    here.clock.advance("P4D");
    expect(await worker.events.enroll({ body: target })).toBeUndefined();
    expect(await worker.events.enroll({ body: { ...target, ignoreOlderThan: 5 } })).toMatchObject({
      dependsOn: source,
    });
    const other = { ...target, targetTopic: "harbour.archive", ignoreOlderThan: 0 };
    expect(await worker.events.enroll({ body: other })).toMatchObject({ dependsOn: source });
  });

  it("is for events that a filter lets through", async () => {
    const here = world();
    await publish(here, { frames: 5, pool: "Day" });
    const wanted = await publish(here, { frames: 96, pool: "Night", tags: ["hero", "water"] });
    const conditions: components["schemas"]["EventCondition"][] = [
      { key: "summary/frames", value: 5, operator: "gt" },
      { key: "summary.pool", value: "night", operator: "like" },
      { key: "summary/tags", value: "water", operator: "includes" },
      { key: "sender_type", value: ["api", "worker"], operator: "in" },
      { key: "summary/nothing", operator: "isnull" },
      { key: "user", value: "producer", operator: "ne" },
    ];
    let round = 0;
    const ask = (filter: components["schemas"]["EventFilter"]) => {
      round += 1;
      return service(here).events.enroll({ body: { ...target, targetTopic: `work.of_${round}`, filter } });
    };
    for (const condition of conditions.slice(0, 3))
      expect(await ask({ conditions: [condition] })).toMatchObject({ dependsOn: wanted });
    expect(await ask({ conditions })).toMatchObject({ dependsOn: wanted });
    const either = { operator: "or" as const, conditions: [{ key: "topic", value: "x" }, ...conditions.slice(0, 1)] };
    expect(await ask({ conditions: [either, { conditions: [] }] })).toMatchObject({ dependsOn: wanted });
    const none = { key: "summary/frames", value: 96, operator: "lt" } as const;
    expect(await ask({ conditions: [none, ...conditions.slice(1)] })).toBeUndefined();
    for (const condition of [
      { key: "nothing", value: 1 },
      { key: "summary", value: 1 },
      { key: "topic/x", value: 1 },
      { key: "topic", value: null },
      { key: "topic", value: "x", operator: "in" as const },
    ])
      expect(isBadRequestError(await failure(ask({ conditions: [{ conditions: [condition] }] })))).toBe(true);
  });

  it("is for services only, and its own topic has no asterisk", async () => {
    const here = world();
    expect(isPermissionDeniedError(await failure(here.admin.events.enroll({ body: target })))).toBe(true);
    const asterisk = service(here).events.enroll({ body: { ...target, targetTopic: "harbour.*" } });
    expect(isBadRequestError(await failure(asterisk))).toBe(true);
  });
});
