import { expect, it } from "vitest";
import { museumApi } from "../../test/museum-api.ts";
import { museumOperation, museumTables } from "../../test/museum-tables.ts";
import { museumCall, museumOf, museumSessions, start } from "../../test/museum-world.ts";
import { startJob } from "../behaviors/jobs.ts";
import { SandboxLimitError } from "../limits.ts";
import type { Entity } from "../store/store.ts";
import type { Session, Snapshot } from "./session.ts";

const titles = (session: Session): unknown[] =>
  museumOf(session)
    .store.list("Exhibition")
    .map(({ title }) => title);
const seeded = ["Lamps", "Clocks", "Maps"];

function takeQuota(session: Session): number {
  const table = museumTables.rateLimits.normal;
  if (table === undefined) throw new Error("The museum has no such class");
  const who = { token: "test-token", ip: "::1" };
  return museumOf(session).quotas.take(museumOperation("listTickets"), table, "normal", who, session.clock.now())
    .remaining;
}

it("begins with the seed, on 2026-01-01 of a virtual clock", () => {
  const { default: session } = museumSessions();
  expect(session.id).toBe("default");
  expect(session.clock.now()).toBe(start);
  expect(titles(session)).toEqual(seeded);
  expect(museumOf(session).store.list("Ticket")[0]?.createdAt).toBe("2026-01-01T00:00:00.000Z");
});

it("begins with real time where the clock runs, and with what is said in any case", () => {
  const before = Date.now();
  const { clock } = museumSessions({ clock: { mode: "realtime", speed: 1 } }).default;
  expect(clock.now()).toBeGreaterThanOrEqual(before - 1);
  expect(clock.now()).toBeLessThan(before + 60_000);
  expect(museumSessions({ startAt: 5 }).default.clock.now()).toBe(5);
});

it("stores parents of a seed before what hangs on them, however it is written", () => {
  const sessions = museumSessions({
    seeds: {
      Scan: [{ id: "s", ticket: { id: "t" } }],
      Ticket: [{ id: "t", exhibitionId: 1 }],
      Exhibition: [{ id: 1 }],
    },
  });
  expect(museumOf(sessions.default).store.list("Scan")).toHaveLength(1);
});

it.each([
  [
    { Ticket: [{ id: "t", exhibitionId: 7 }] },
    "museum: The seed's Ticket can't be stored: Exhibition 7 does not exist",
  ],
  [
    { Exhibition: [{ id: 1 }, { id: 1 }] },
    "museum: The seed's Exhibition can't be stored: Exhibition 1 exists already",
  ],
  [{ Vase: [] }, /^museum: The seed's Vase can't be stored: There is no resource "Vase"/],
])("says what is wrong with the seed %j", (seeds, message) => {
  expect(() => museumSessions({ seeds: seeds as never })).toThrow(message);
});

it("forks the seed by default, and a session as it stands where one is named", () => {
  const sessions = museumSessions();
  museumOf(sessions.default).store.create("Exhibition", { title: "Coins" });
  sessions.default.clock.advance(500);
  const fresh = sessions.fork();
  const copy = sessions.fork({ of: sessions.default });
  expect([titles(fresh), fresh.clock.now()]).toEqual([seeded, start]);
  expect([titles(copy), copy.clock.now()]).toEqual([[...seeded, "Coins"], start + 500]);
});

it("forks quotas, jobs, replays, files and plans, and shares nothing afterwards", async () => {
  const sessions = museumSessions();
  const first = sessions.default;
  takeQuota(first);
  const file = await museumCall(first, "getJob").files.put("abc");
  const call = museumCall(first, "exportCatalogue", { body: { wing: "north" } });
  await startJob(call, "export", museumOf(first).jobs, museumApi);
  const second = sessions.fork({ of: first });
  expect(museumOf(second).jobs.get("export", 1)).toEqual(museumOf(first).jobs.get("export", 1));
  expect(museumCall(second, "getJob").files.get(file.sha256)).toBeDefined();
  expect(takeQuota(second)).toBe(118);
  takeQuota(second);
  expect(takeQuota(first)).toBe(118);
  museumOf(second).jobs.remove({ job: "export", id: "1" });
  expect(museumOf(first).jobs.get("export", 1)).toBeDefined();
});

it("gives a fork its own clock mode and random seed where they are asked for", () => {
  const sessions = museumSessions();
  const fork = sessions.fork({ of: sessions.default, seed: 7, clock: { mode: "realtime", speed: 2 } });
  expect(fork.clock.mode).toEqual({ mode: "realtime", speed: 2 });
  expect(fork.random.uuid("a")).not.toBe(sessions.default.random.uuid("a"));
  expect(sessions.fork({ seed: 7 }).random.uuid("a")).toBe(fork.random.uuid("a"));
});

it("makes the same keys in two forks, because random values hang on the seed alone", () => {
  const sessions = museumSessions();
  const [one, other] = [sessions.fork(), sessions.fork()].map((session) =>
    museumOf(session).store.create("Visitor", { email: "eve@museum.example" }),
  );
  expect(one).toEqual(other);
});

it("resets to how each session began: entities, clock, mode, quotas, jobs", () => {
  const sessions = museumSessions();
  const { store } = museumOf(sessions.default);
  store.create("Exhibition", { title: "Coins" });
  const fork = sessions.fork({ of: sessions.default });
  for (const session of [sessions.default, fork]) {
    museumOf(session).store.create("Exhibition", { title: "Stamps" });
    session.clock.advance(1000);
    session.clock.setMode({ mode: "realtime", speed: 9 });
    takeQuota(session);
    session.reset();
    expect(session.clock.now()).toBe(start);
    expect(session.clock.mode).toEqual({ mode: "virtual" });
    expect(takeQuota(session)).toBe(119);
  }
  expect(titles(sessions.default)).toEqual(seeded);
  expect(titles(fork)).toEqual([...seeded, "Coins"]);
});

it("restores a snapshot into any session, and does not see what happened since", () => {
  const sessions = museumSessions();
  const first = sessions.default;
  takeQuota(first);
  const snapshot = first.snapshot();
  museumOf(first).store.remove("Exhibition", museumOf(first).store.get("Exhibition", 1000) as Entity);
  first.clock.advance(1);
  const other = sessions.fork({ seed: 3 });
  for (const session of [first, other]) {
    session.restore(snapshot);
    expect(titles(session)).toEqual(seeded);
    expect(session.clock.now()).toBe(start);
    expect(takeQuota(session)).toBe(118);
    expect(session.random.uuid("a")).toBe(sessions.fork().random.uuid("a"));
  }
});

it("writes a snapshot as JSON and reads it again, in another sandbox too", async () => {
  const { default: session } = museumSessions();
  takeQuota(session);
  const call = museumCall(session, "exportCatalogue", { body: { wing: "north" } });
  await startJob(call, "export", museumOf(session).jobs, museumApi);
  museumOf(session).jobs.plan({ end: "error" });
  museumOf(session).store.create("Exhibition", { title: "Coins" });
  session.clock.advance(250);
  const text = JSON.stringify(session.snapshot());
  const others = museumSessions({ seed: 9, seeds: {} });
  others.default.restore(others.parse(JSON.parse(text)));
  expect(JSON.stringify(others.default.snapshot())).toBe(text);
  expect(titles(others.default)).toEqual([...seeded, "Coins"]);
  expect(takeQuota(others.default)).toBe(118);
  expect(museumOf(others.default).jobs.get("export", 1)).toMatchObject({ state: "queued", since: start });
});

it("keeps no token in a snapshot", () => {
  const { default: session } = museumSessions();
  takeQuota(session);
  expect(JSON.stringify(session.snapshot())).not.toContain("test-token");
});

it.each([
  null,
  [],
  "text",
  {},
  { format: 2 },
  { format: 1 },
  { format: 1, apis: {} },
  { format: 1, apis: { zoo: {} } },
  { format: 1, apis: { museum: {} } },
])("throws a TypeError for %j as a snapshot", (json) => {
  expect(() => museumSessions().parse(json)).toThrow(TypeError);
});

it("throws a TypeError for a snapshot of another format", () => {
  const sessions = museumSessions();
  const json = { ...(sessions.default.snapshot().toJSON() as object), format: 2 };
  expect(() => sessions.parse(json)).toThrow("A snapshot has format 1; this one has 2");
});

it("throws a TypeError when something else than a snapshot is restored, and changes nothing", () => {
  const { default: session } = museumSessions();
  expect(() => session.restore({ toJSON: () => ({}) } as Snapshot)).toThrow(TypeError);
  expect(titles(session)).toEqual(seeded);
});

it("finds, lists and removes sessions", () => {
  const sessions = museumSessions();
  const fork = sessions.fork({ id: "night_1" });
  expect(sessions.get("night_1")).toBe(fork);
  expect(sessions.get("default")).toBe(sessions.default);
  expect(sessions.list()).toEqual([sessions.default, fork]);
  sessions.remove("night_1");
  expect(sessions.get("night_1")).toBeUndefined();
  expect(() => sessions.remove("night_1")).toThrow(RangeError);
  expect(() => sessions.remove("default")).toThrow(RangeError);
});

it("never gives the id of a removed session to another by itself", () => {
  const sessions = museumSessions();
  const { id } = sessions.fork();
  sessions.remove(id);
  expect(sessions.fork().id).not.toBe(id);
});

it.each(["", "a b", "a/b", "ä", "x".repeat(65), "default", "taken"])("throws a RangeError for the id %j", (id) => {
  const sessions = museumSessions();
  sessions.fork({ id: "taken" });
  expect(() => sessions.fork({ id })).toThrow(RangeError);
});

it("throws a SandboxLimitError when there are too many sessions or entities", () => {
  const sessions = museumSessions({ limits: { sessions: 1, entities: 9 } });
  const fork = sessions.fork();
  expect(() => sessions.fork()).toThrow(SandboxLimitError);
  sessions.remove(fork.id);
  const { store } = museumOf(sessions.fork());
  store.create("Exhibition", {});
  expect(() => store.create("Exhibition", {})).toThrow(SandboxLimitError);
});

it("throws a RangeError for an API that the sandbox does not have", () => {
  expect(() => museumSessions().default.api("zoo")).toThrow('The sandbox has no API "zoo"; it has museum');
});
