import { expect, it } from "vitest";
import { museumTables } from "../../test/museum-tables.ts";
import { museumOf, museumSessions } from "../../test/museum-world.ts";
import type { EntityStore } from "./entity-store.ts";
import type { Entity } from "./store.ts";

const by = { name: "ada" };

/** A store whose exhibitions somebody is told of, and the same for one author. */
function storeOf(): { store: EntityStore; mine: ReturnType<EntityStore["changes"]["writtenBy"]> } {
  const session = museumSessions({
    tables: {
      ...museumTables,
      webhooks: {
        receiver: { type: "Visitor", url: "/url", events: "/wants", secret: "/secret" },
        signature: { header: "x-signature", algorithm: "hmac-sha1", encoding: "hex" },
        delivery: { attempts: 1, backoffMs: 1000, timeoutMs: 1000 },
        events: { any: { on: [{ resource: "Exhibition", action: "create" }], body: true } },
      },
    },
  }).default;
  const store = museumOf(session).store as EntityStore;
  return { store, mine: store.changes.writtenBy(by, store) };
}

it("tells what an author made, changed and deleted, once and in order", () => {
  const { store, mine } = storeOf();
  const made = mine.create("Exhibition", { title: "Bells", wing: "north" });
  const changed = mine.update("Exhibition", made, { title: "Gongs" });
  mine.remove("Exhibition", changed);
  expect(store.changes.take(by)).toMatchObject([
    { action: "create", after: { title: "Bells" } },
    { action: "update", before: { title: "Bells" }, after: { title: "Gongs" } },
    { action: "delete", before: { title: "Gongs" } },
  ]);
  expect(store.changes.take(by)).toEqual([]);
});

it("knows nothing of what has no author, nor of types that nobody is told of", () => {
  const { store, mine } = storeOf();
  store.create("Exhibition", { title: "Bells", wing: "north" });
  mine.create("Visitor", { id: "V7", name: "Bo", email: "bo@museum.example" });
  expect(store.changes.take(by)).toEqual([]);
});

it("forgets what an attempt takes back, and keeps what came before it", () => {
  const { store, mine } = storeOf();
  mine.create("Exhibition", { title: "Bells", wing: "north" });
  const broken = (): never =>
    mine.attempt(() => {
      mine.create("Exhibition", { title: "Gongs", wing: "north" });
      throw new Error("no room");
    });
  expect(broken).toThrow("no room");
  expect(store.changes.take(by).map(({ after }) => (after as Entity).title)).toEqual(["Bells"]);
});

it("tells two authors apart, one of whom works inside the other's attempt", () => {
  const { store, mine } = storeOf();
  const other = {};
  const theirs = store.changes.writtenBy(other, store);
  mine.attempt(() => {
    mine.create("Exhibition", { title: "Bells", wing: "north" });
    theirs.create("Exhibition", { title: "Gongs", wing: "north" });
  });
  expect(store.changes.take(other)).toMatchObject([{ after: { title: "Gongs" } }]);
  expect(store.changes.take(by)).toMatchObject([{ after: { title: "Bells" } }]);
});

it("says what changed, though the entity is not the newest version", () => {
  const { store, mine } = storeOf();
  const made = mine.create("Exhibition", { title: "Bells", wing: "north" });
  mine.update("Exhibition", made, { title: "Gongs" });
  expect(store.current("Exhibition", made)).toMatchObject({ title: "Gongs" });
  mine.remove("Exhibition", made);
  expect(store.current("Exhibition", made)).toBeUndefined();
});
