import { expect, it } from "vitest";
import { museumTables } from "../../test/museum-tables.ts";
import { Refusal } from "../engine/refusal.ts";
import { SandboxLimitError } from "../limits.ts";
import { SeededRandom } from "../session/seeded-random.ts";
import { SessionClock } from "../session/session-clock.ts";
import { EntityStore } from "./entity-store.ts";
import type { Entity } from "./store.ts";

const clock = new SessionClock({ at: Date.UTC(2026, 0, 1), mode: { mode: "virtual" } });

function newStore(options: { limit?: number; elsewhere?: () => number } = {}): EntityStore {
  return new EntityStore({ tables: museumTables, clock, random: new SeededRandom(1), limit: 200_000, ...options });
}

function refusalOf(work: () => unknown): { status: number; message: string; response: string | undefined } {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, message: error.message, response: error.response };
    throw error;
  }
  throw new Error("Nothing was refused");
}

const lamps = { title: "Lamps", wing: "north" };

it("gives a new entity its key, times and initial members", () => {
  expect(newStore().create("Exhibition", lamps)).toEqual({
    id: 1000,
    title: "Lamps",
    wing: "north",
    open: false,
    createdAt: "2026-01-01T00:00:00.000Z",
    modifiedAt: "2026-01-01T00:00:00.000Z",
  });
});

it("leaves an initial member that is given, and the caller's own object", () => {
  const store = newStore();
  const given = { ...lamps, open: true };
  expect(store.create("Exhibition", given).open).toBe(true);
  expect(given).toEqual({ ...lamps, open: true });
});

it("goes on above the highest number that is stored", () => {
  const store = newStore();
  store.seed("Exhibition", [{ id: 4711, ...lamps }]);
  expect(store.create("Exhibition", { title: "Maps" }).id).toBe(4712);
});

it.each([
  ["Ticket", /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
  ["Scan", /^[0-9a-f]{12}$/],
  ["Visitor", /^[A-Za-z0-9]{10}$/],
])("makes the keys of %s in the declared form, each another and the same in each run", (type, form) => {
  const make = (store: EntityStore): unknown[] => [1, 2].map((n) => store.create(type, { email: `${n}` }).id);
  const [first, second] = make(newStore());
  expect(first).toMatch(form);
  expect(second).not.toBe(first);
  expect(make(newStore())).toEqual([first, second]);
});

it("skips a generated key that somebody has brought", () => {
  const usual = newStore();
  const [, second] = ["a", "b"].map((email) => usual.create("Visitor", { email }).id);
  const store = newStore();
  store.seed("Visitor", [{ id: second, email: "brought" }]);
  expect(store.create("Visitor", { email: "b" }).id).not.toBe(second);
  expect(store.list("Visitor")).toHaveLength(2);
});

it("refuses a new entity without the key that the request has to bring, and a key that is taken", () => {
  const store = newStore();
  expect(refusalOf(() => store.create("Label", { text: "A lamp" }))).toMatchObject({
    status: 400,
    message: "A new Label needs a key of its own at /id",
  });
  store.create("Label", { id: "lamp", language: "en" });
  expect(refusalOf(() => store.create("Label", { id: "lamp", language: "en" }))).toMatchObject({
    status: 409,
    message: "Label lamp exists already",
  });
});

it("finds an entity by its key as number and as text", () => {
  const store = newStore();
  const entity = store.create("Exhibition", lamps);
  expect(store.get("Exhibition", 1000)).toBe(entity);
  expect(store.get("Exhibition", "1000")).toBe(entity);
  expect(store.get("Exhibition", 1000, { wing: "south" })).toBeUndefined();
  expect(store.get("Exhibition", 1001)).toBeUndefined();
});

it("tells the same key apart within declared members, and takes the oldest where they are left open", () => {
  const store = newStore();
  const [english, german] = ["en", "de"].map((language) => store.create("Label", { id: "lamp", language }));
  expect(store.get("Label", "lamp", { language: "en" })).toBe(english);
  expect(store.get("Label", "lamp", { language: "de" })).toBe(german);
  expect(store.get("Label", "lamp", { language: "fr" })).toBeUndefined();
  expect(store.get("Label", "lamp")).toBe(english);
  store.remove("Label", english as Entity);
  expect(store.get("Label", "lamp")).toBe(german);
});

it("moves an entity to another of the members that its key counts within", () => {
  const store = newStore();
  const english = store.create("Label", { id: "lamp", language: "en" });
  store.create("Label", { id: "lamp", language: "de" });
  expect(refusalOf(() => store.update("Label", english, { language: "de" })).status).toBe(409);
  const french = store.update("Label", english, { language: "fr" });
  expect(store.get("Label", "lamp", { language: "fr" })).toBe(french);
  expect(store.get("Label", "lamp", { language: "en" })).toBeUndefined();
});

it("lists in the order of creation, all or what matches, by members or by a function", () => {
  const store = newStore();
  for (const title of ["b", "c", "a"]) store.create("Exhibition", { title, wing: title === "c" ? "south" : "north" });
  const titles = (list: readonly Entity[]): unknown[] => list.map(({ title }) => title);
  expect(titles(store.list("Exhibition"))).toEqual(["b", "c", "a"]);
  expect(titles(store.list("Exhibition", { wing: "north" }))).toEqual(["b", "a"]);
  expect(titles(store.list("Exhibition", ({ title }) => title !== "b"))).toEqual(["c", "a"]);
});

it("keeps an entity's place when it changes", () => {
  const store = newStore();
  const [first] = ["a", "b"].map((title) => store.create("Exhibition", { title }));
  store.update("Exhibition", first as Entity, { title: "z" });
  expect(store.list("Exhibition").map(({ title }) => title)).toEqual(["z", "b"]);
});

it("merges changes into what is stored now, stamps the change, and takes undefined members away", () => {
  const store = newStore();
  const old = store.create("Exhibition", lamps);
  clock.advance(1500);
  store.update("Exhibition", old, { note: "closed on Mondays" });
  const now = store.update("Exhibition", old, { open: true, wing: undefined });
  expect(now).toEqual({
    id: 1000,
    title: "Lamps",
    open: true,
    note: "closed on Mondays",
    createdAt: old.createdAt,
    modifiedAt: new Date(clock.now()).toISOString(),
  });
  expect(store.get("Exhibition", 1000)).toBe(now);
});

it("stamps another time of change where one is given", () => {
  const store = newStore();
  const old = store.create("Exhibition", lamps);
  expect(store.update("Exhibition", old, {}, Date.UTC(2026, 5, 1)).modifiedAt).toBe("2026-06-01T00:00:00.000Z");
});

it("stores frozen entities", () => {
  const store = newStore();
  const entity = store.create("Exhibition", { ...lamps, rooms: [{ floor: 1 }] });
  expect(() => Object.assign(entity, { title: "Clocks" })).toThrow(TypeError);
  expect(() => (entity.rooms as unknown[]).push(2)).toThrow(TypeError);
});

it("refuses an entity whose parent does not exist, and takes one without a parent", () => {
  const store = newStore();
  expect(refusalOf(() => store.create("Ticket", { exhibitionId: 7 }))).toMatchObject({
    status: 404,
    message: "Exhibition 7 does not exist",
  });
  expect(store.create("Ticket", { exhibitionId: null }).exhibitionId).toBeNull();
  const ticket = store.create("Ticket", {});
  expect(refusalOf(() => store.update("Ticket", ticket, { exhibitionId: 7 })).status).toBe(404);
});

it("refuses what breaks a uniqueness with its declared answer, at creation and at change", () => {
  const store = newStore();
  store.create("Exhibition", lamps);
  expect(refusalOf(() => store.create("Exhibition", lamps))).toEqual({
    status: 400,
    response: "BadRequest",
    message: "Another Exhibition has the same title and wing",
  });
  const south = store.create("Exhibition", { ...lamps, wing: "south" });
  expect(refusalOf(() => store.update("Exhibition", south, { wing: "north" })).status).toBe(400);
  expect(store.get("Exhibition", 1001)).toBe(south);
});

it("lets an entity keep its own unique members, and frees them when it changes or goes", () => {
  const store = newStore();
  const first = store.create("Exhibition", lamps);
  store.update("Exhibition", first, { ...lamps, open: true });
  store.update("Exhibition", first, { title: "Clocks" });
  const second = store.create("Exhibition", lamps);
  store.remove("Exhibition", second);
  expect(store.create("Exhibition", lamps).id).toBe(1002);
});

it("does not count missing members as equal", () => {
  const store = newStore();
  store.create("Exhibition", { title: "Lamps" });
  expect(store.create("Exhibition", { title: "Lamps" }).id).toBe(1001);
});

it("removes what hangs on an entity, however deep, and nothing else", () => {
  const store = newStore();
  const [gone, kept] = ["a", "b"].map((title) => store.create("Exhibition", { title }));
  for (const parent of [gone, kept]) {
    const ticket = store.create("Ticket", { exhibitionId: parent?.id });
    store.create("Scan", { ticket: { id: ticket.id } });
  }
  store.remove("Exhibition", gone as Entity);
  expect(store.list("Exhibition")).toEqual([kept]);
  expect(store.list("Ticket").map(({ exhibitionId }) => exhibitionId)).toEqual([kept?.id]);
  expect(store.list("Scan").map(({ ticket }) => ticket)).toEqual([{ id: store.list("Ticket")[0]?.id }]);
});

it("refuses to remove what something restricts, and removes nothing then", () => {
  const store = newStore();
  const exhibition = store.create("Exhibition", lamps);
  store.create("Ticket", { exhibitionId: 1000 });
  const loan = store.create("Loan", { exhibitionId: 1000 });
  expect(refusalOf(() => store.remove("Exhibition", exhibition))).toMatchObject({
    status: 409,
    message: `Exhibition 1000 can't be removed while Loan ${String(loan.id)} hangs on it`,
  });
  expect(store.list("Ticket")).toHaveLength(1);
  store.remove("Loan", loan);
  store.remove("Exhibition", exhibition);
  expect(store.size).toBe(0);
});

it("keeps what hangs on a key that lives on within other members", () => {
  const resources = {
    ...museumTables.resources,
    Note: { ...museumTables.resources.Scan, parent: { type: "Label", pointer: "/label", onDelete: "cascade" } },
  } as typeof museumTables.resources;
  const store = new EntityStore({ tables: { resources }, clock, random: new SeededRandom(1), limit: 100 });
  const [english, german] = ["en", "de"].map((language) => store.create("Label", { id: "lamp", language }));
  store.create("Note", { label: "lamp" });
  store.remove("Label", english as Entity);
  expect(store.list("Note")).toHaveLength(1);
  store.remove("Label", german as Entity);
  expect(store.list("Note")).toHaveLength(0);
});

it("refuses to change or remove what is gone", () => {
  const store = newStore();
  const entity = store.create("Exhibition", lamps);
  store.remove("Exhibition", entity);
  for (const work of [() => store.update("Exhibition", entity, {}), () => store.remove("Exhibition", entity)])
    expect(refusalOf(work)).toMatchObject({ status: 404, message: "Exhibition 1000 does not exist" });
});

it("throws a SandboxLimitError that counts the session's other stores too, and stores nothing then", () => {
  const store = newStore({ limit: 3, elsewhere: () => 1 });
  store.create("Exhibition", { title: "a" });
  store.create("Exhibition", { title: "b" });
  expect(() => store.create("Exhibition", { title: "c" })).toThrow(SandboxLimitError);
  expect(() => store.create("Exhibition", { title: "c" })).toThrow(
    /^The sandbox holds at most 3 entities in this session, .*limits\.entities/,
  );
  expect(store.size).toBe(2);
});

it("throws a RangeError for a type that is not declared, also if objects have such a member", () => {
  for (const type of ["Vase", "constructor"]) {
    expect(() => newStore().get(type, 1)).toThrow(RangeError);
    expect(() => newStore().list(type)).toThrow(RangeError);
    expect(() => newStore().create(type, {})).toThrow(RangeError);
  }
});

it("throws a RangeError when a change would take the key away", () => {
  const store = newStore();
  const entity = store.create("Exhibition", lamps);
  expect(() => store.update("Exhibition", entity, { id: undefined })).toThrow(RangeError);
});

it("seeds entities as they are, with only what is missing filled in", () => {
  const store = newStore();
  store.seed("Exhibition", [{ id: 5, title: "Old", createdAt: "2001-01-01T00:00:00.000Z" }]);
  expect(store.get("Exhibition", 5)).toMatchObject({
    createdAt: "2001-01-01T00:00:00.000Z",
    modifiedAt: new Date(clock.now()).toISOString(),
    open: false,
  });
});

it("stamps milliseconds where a type wants them, and no two entities are made at the same one", () => {
  const { Exhibition } = museumTables.resources;
  if (Exhibition === undefined) throw new Error("The museum has no exhibitions.");
  const key = { pointer: "/id", generate: "token", length: 8, prefix: "exh_" } as const;
  const times = { created: "/createdAt", modified: "/modifiedAt", format: "ms" } as const;
  const resources = { Exhibition: { ...Exhibition, key, times } };
  const store = new EntityStore({ tables: { resources }, clock, random: new SeededRandom(1), limit: 10 });
  const [first, second] = [store.create("Exhibition", lamps), store.create("Exhibition", { title: "Maps" })];
  expect([first.createdAt, first.modifiedAt, second.createdAt]).toEqual([clock.now(), clock.now(), clock.now() + 1]);
  expect(first.id).toMatch(/^exh_[0-9a-zA-Z]{8}$/);
  expect(store.update("Exhibition", first, { title: "Candles" }).createdAt).toBe(clock.now());
});

it("keeps all changes of an attempt, or none of them where it throws or its result is no success", () => {
  const store = newStore();
  const first = store.create("Exhibition", lamps);
  const before = store.list("Exhibition");
  const work = (): boolean => {
    store.update("Exhibition", first, { title: "Candles" });
    store.create("Exhibition", { title: "Maps" });
    return false;
  };
  expect(store.attempt(work, (result) => result)).toBe(false);
  expect(store.list("Exhibition")).toEqual(before);
  const fail = (): never => {
    work();
    throw new Error("The guard fell asleep");
  };
  expect(() => store.attempt(fail)).toThrow("The guard fell asleep");
  expect(store.list("Exhibition")).toEqual(before);
  expect(store.attempt(work)).toBe(false);
  expect(store.list("Exhibition").map(({ id, title }) => [id, title])).toEqual([
    [1000, "Candles"],
    [1001, "Maps"],
  ]);
});

it("turns what it saved into JSON and back, indexes, order and next keys included", () => {
  const store = newStore();
  store.seed("Exhibition", [{ id: 1000, ...lamps }]);
  const second = store.create("Exhibition", { title: "Maps" });
  store.create("Label", { id: "lamp", language: "en" });
  store.create("Exhibition", { title: "Gone" });
  store.remove("Exhibition", store.get("Exhibition", 1002) as Entity);
  const copy = newStore();
  copy.load(copy.fromJSON(JSON.parse(JSON.stringify(store.toJSON(store.save())))));
  expect(copy.list("Exhibition")).toEqual(store.list("Exhibition"));
  expect(copy.get("Exhibition", 1001)).toEqual(second);
  expect(copy.get("Label", "lamp", { language: "en" })).toBeDefined();
  expect(copy.create("Exhibition", { title: "New" })).toEqual(store.create("Exhibition", { title: "New" }));
  expect(refusalOf(() => copy.create("Exhibition", lamps)).status).toBe(400);
});

it.each([
  null,
  [],
  { Vase: { created: 0, nextKey: 1, entities: [] } },
  { Exhibition: {} },
  { Exhibition: { created: 1, nextKey: 1, entities: [[0, { title: "no key" }]] } },
  { Exhibition: { created: 1, nextKey: 1, entities: [{}] } },
])("throws a TypeError for %j as saved entities", (json) => {
  expect(() => newStore().fromJSON(json)).toThrow(TypeError);
});
