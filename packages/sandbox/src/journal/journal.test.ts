import fc from "fast-check";
import { expect, test } from "vitest";
import { exchange } from "../../test/control-world.ts";
import { museumTables } from "../../test/museum-tables.ts";
import { Journal } from "./journal.ts";

test("A journal keeps the last entries, in their order, whatever its capacity", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(40), (capacity, count) => {
      const journal = new Journal(capacity, museumTables);
      const ids = Array.from({ length: count }, (_, index) => `n${index}`);
      for (const id of ids) journal.record(exchange({ id }));
      expect(journal.list().map(({ id }) => id)).toEqual(ids.slice(-capacity));
      expect(journal.count()).toBe(Math.min(capacity, count));
      expect(ids.map((id) => journal.find(id) !== undefined)).toEqual(ids.map((_, index) => index >= count - capacity));
    }),
  );
});

test("Counts and lists agree under every filter", () => {
  const journal = new Journal(100, museumTables);
  for (let index = 0; index < 30; index += 1)
    journal.record(exchange({ at: index, status: [200, 204, 404, 500][index % 4] ?? 0 }));
  for (const filter of [{}, { status: 404 }, { status: "2xx" }, { status: "5XX", since: 20 }, { operationId: "none" }])
    expect(journal.count(filter)).toBe(journal.list(filter).length);
  expect(journal.count({ status: "2xx" })).toBe(16);
  expect(journal.count({ status: 404, since: 20 })).toBe(2);
});

test("A journal that was full and emptied begins anew", () => {
  const journal = new Journal(2, museumTables);
  for (const id of ["a", "b", "c"]) journal.record(exchange({ id }));
  journal.clear();
  journal.record(exchange({ id: "d" }));
  expect(journal.list().map(({ id }) => id)).toEqual(["d"]);
  for (const id of ["e", "f"]) journal.record(exchange({ id }));
  expect(journal.list().map(({ id }) => id)).toEqual(["e", "f"]);
});

test("The last 1000 entries keep their bodies, and older ones tell that they had some", () => {
  const journal = new Journal(1500, museumTables);
  const bodies = { requestBody: { seats: 2 }, responseBody: { id: "r" } };
  for (let index = 0; index < 1700; index += 1)
    journal.record(exchange(index === 600 ? { id: "n600" } : { id: `n${index}`, ...bodies }));
  const kept = journal.list();
  expect(kept.filter(({ requestBody }) => requestBody !== undefined).map(({ id }) => id)).toEqual(
    Array.from({ length: 1000 }, (_, index) => `n${index + 700}`),
  );
  expect(kept[0]).toMatchObject({ id: "n200", omitted: ["requestBody", "responseBody"] });
  expect(journal.find("n600")?.omitted).toBeUndefined();
});
