import fc from "fast-check";
import { expect, test } from "vitest";
import { controlPlane, exchange } from "./control-world.ts";
import { museumOperation, museumTables } from "./museum-tables.ts";
import { museumOf } from "./museum-world.ts";

const used = () => {
  const plane = controlPlane();
  const { store, journal, quotas, replays, jobs } = museumOf(plane.sessions.default);
  store.create("Exhibition", { title: "Anchors", wing: "south" });
  journal.record(exchange());
  plane.sessions.default.clock.advance("PT1M");
  const now = plane.sessions.default.clock.now();
  const strict = museumTables.rateLimits.strict;
  const reservation = museumTables.idempotency.reservationKey;
  if (strict === undefined || reservation === undefined) throw new Error("The museum has lost its quotas");
  const who = { token: "tok-11223344556677", ip: "192.0.2.7" };
  for (let count = 0; count < 5; count += 1)
    quotas.take(museumOperation("exportCatalogue"), strict, "strict", who, now);
  replays.keep(reservation, "reserve", who.token, "key-8899aabbccdd", '{"seats":4242}', now, {
    status: 201,
    json: { id: "r" },
  });
  jobs.plan({ operationId: "exportCatalogue", end: "error" });
  return { ...plane, strict, who, now };
};

test("A snapshot restores into another session of another sandbox, quotas and plans included", async () => {
  const { ask, strict, who, now } = used();
  const { json: snapshot } = await ask("GET", "/sessions/default/snapshot");
  const other = controlPlane();
  const session = other.sessions.fork({ id: "target" });
  museumOf(session).journal.record(exchange());
  expect((await other.ask("PUT", "/sessions/target/snapshot", { body: snapshot })).status).toBe(204);
  const { json } = await other.ask("GET", "/sessions/target");
  expect(json.apis.museum).toMatchObject({ entities: { Exhibition: 4 }, requests: 0 });
  expect(json.clock.nowMs).toBe(now);
  expect(museumOf(session).quotas.peek(museumOperation("exportCatalogue"), strict, "strict", who, now).exceeded).toBe(
    true,
  );
  expect(museumOf(session).jobs.takePlan("exportCatalogue", "export")?.end).toBe("error");
  expect((await other.ask("GET", "/sessions/default")).json.apis.museum.entities.Exhibition).toBe(3);
  const again = await other.ask("GET", "/sessions/target/snapshot");
  expect({ ...again.json, apis: undefined }).toEqual({ ...snapshot, apis: undefined });
});

test("A snapshot that was restored gives the same snapshot again", async () => {
  const { ask } = used();
  const { json: snapshot } = await ask("GET", "/sessions/default/snapshot");
  const other = controlPlane();
  await other.ask("PUT", "/sessions/default/snapshot", { body: snapshot });
  expect((await other.ask("GET", "/sessions/default/snapshot")).json).toEqual(snapshot);
});

test("A snapshot may be larger than other bodies", async () => {
  const { ask } = controlPlane({ limits: { jsonBytes: 100 } });
  const { json: body } = await ask("GET", "/sessions/default/snapshot");
  expect((await ask("PUT", "/sessions/default/snapshot", { body })).status).toBe(204);
});

test("Credentials, idempotency keys and what was asked with them are not in a snapshot", async () => {
  const { ask, who } = used();
  const text = JSON.stringify((await ask("GET", "/sessions/default/snapshot")).json);
  for (const secret of [who.token, who.ip, "key-8899aabbccdd", "4242"]) expect(text).not.toContain(secret);
  expect(text).toContain("Anchors");
});

// biome-ignore lint/suspicious/noExplicitAny: the changes break the shape on purpose.
const broken: [string, (snapshot: any) => unknown, string][] = [
  ["another version", (it) => ({ ...it, format: 2 }), "/format"],
  ["no version", ({ format: _, ...it }) => it, ""],
  ["a version as text", (it) => ({ ...it, format: "1" }), "/format"],
  ["no clock", ({ clock: _, ...it }) => it, ""],
  ["a clock without a time", (it) => ({ ...it, clock: { mode: { mode: "virtual" } } }), "/clock"],
  ["a time that is none", (it) => ({ ...it, clock: { ...it.clock, at: 1e18 } }), "/clock/at"],
  ["a time that is text", (it) => ({ ...it, clock: { ...it.clock, at: "now" } }), "/clock/at"],
  ["a mode that is none", (it) => ({ ...it, clock: { ...it.clock, mode: { mode: "odd" } } }), "/clock/mode/mode"],
  ["another member", (it) => ({ ...it, journal: [] }), ""],
  ["no APIs", (it) => ({ ...it, apis: {} }), "/apis"],
  ["a further API", (it) => ({ ...it, apis: { ...it.apis, zoo: it.apis.museum } }), "/apis"],
  ["an API that is a list", (it) => ({ ...it, apis: { museum: [] } }), "/apis/museum"],
  ["no quotas", (it) => ({ ...it, apis: { museum: { ...it.apis.museum, quotas: undefined } } }), "/apis/museum"],
  [
    "quotas that are a number",
    (it) => ({ ...it, apis: { museum: { ...it.apis.museum, quotas: 5 } } }),
    "/apis/museum/quotas",
  ],
  ["a quota without numbers", (it) => ({ ...it, apis: { museum: { ...it.apis.museum, quotas: [["a", {}]] } } }), ""],
  [
    "an unknown resource",
    (it) => ({
      ...it,
      apis: { museum: { ...it.apis.museum, store: { Whale: { created: 0, nextKey: 1, entities: [] } } } },
    }),
    "",
  ],
  [
    "an entity that is text",
    (it) => ({
      ...it,
      apis: { museum: { ...it.apis.museum, store: { Exhibition: { created: 1, nextKey: 1, entities: [[0, "x"]] } } } },
    }),
    "/apis/museum/store/Exhibition/entities/0/1",
  ],
  [
    "an entity without a key",
    (it) => ({
      ...it,
      apis: { museum: { ...it.apis.museum, store: { Exhibition: { created: 1, nextKey: 1, entities: [[0, {}]] } } } },
    }),
    "",
  ],
  [
    "files that lack their content",
    (it) => ({
      ...it,
      apis: {
        museum: {
          ...it.apis.museum,
          files: { ...it.apis.museum.files, files: [{ sha256: "00", name: "", type: "" }] },
        },
      },
    }),
    "",
  ],
  ["files of nothing", (it) => ({ ...it, apis: { museum: { ...it.apis.museum, files: {} } } }), ""],
];

test.each(broken)(
  "A snapshot with %s is refused with the place, and nothing is changed",
  async (_, change, pointer) => {
    const { ask, sessions } = used();
    const { json: before } = await ask("GET", "/sessions/default/snapshot");
    const { status, json } = await ask("PUT", "/sessions/default/snapshot", { body: change(before) });
    expect(status).toBe(422);
    expect(json.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(json.errors[0].detail).not.toBe("");
    expect((await ask("GET", "/sessions/default/snapshot")).json).toEqual(before);
    expect(museumOf(sessions.default).journal.count()).toBe(1);
  },
);

test("Garbage is refused with 422, whatever it is, and nothing is changed", async () => {
  const { ask } = used();
  const { json: before } = await ask("GET", "/sessions/default/snapshot");
  await fc.assert(
    fc.asyncProperty(
      fc.jsonValue(),
      fc.constantFrom("", "clock", "apis", "museum", "store", "files", "jobs", "quotas", "replays"),
      async (garbage, place) => {
        const museum = { ...before.apis.museum, ...(place in before.apis.museum && { [place]: garbage }) };
        const apis = { museum: place === "museum" ? garbage : museum };
        const body = place === "" ? garbage : { ...before, apis, ...(place in before && { [place]: garbage }) };
        const { status } = await ask("PUT", "/sessions/default/snapshot", { body });
        // Empty maps and lists of some parts are a valid snapshot of a session that has none.
        if (status === 204) await ask("PUT", "/sessions/default/snapshot", { body: before });
        else expect(status).toBe(422);
        expect((await ask("GET", "/sessions/default/snapshot")).json).toEqual(before);
      },
    ),
  );
});
