import { expect, test } from "vitest";
import { controlPlane } from "./control-world.ts";
import { museumOf } from "./museum-world.ts";

const exhibitions = "/sessions/default/entities/museum/Exhibition";

test("Entities are stored as they are, and what they lack is made", async () => {
  const { ask, sessions } = controlPlane();
  const old = "2001-02-03T04:05:06.000Z";
  const entities = [
    { id: 2000, title: "Anchors", wing: "south", createdAt: old, shelf: 7 },
    { title: "Ropes", wing: "south" },
  ];
  const { status, json } = await ask("POST", exhibitions, { body: { entities } });
  const now = "2026-01-01T00:00:00.000Z";
  expect({ status, total: json.total }).toEqual({ status: 201, total: 5 });
  expect(json.entities).toEqual([
    { ...entities[0], open: false, modifiedAt: now },
    { ...entities[1], id: 2001, open: false, createdAt: now, modifiedAt: now },
  ]);
  expect(museumOf(sessions.default).store.get("Exhibition", 2000)).toMatchObject({ shelf: 7 });
  expect((await ask("GET", `${exhibitions}?skip=3`)).json.entities).toEqual(json.entities);
});

test("A list has all members, is cut by skip and limit, and tells the total", async () => {
  const { json } = await controlPlane().ask("GET", `${exhibitions}?skip=1&limit=1`);
  expect(json).toEqual({ total: 3, entities: [expect.objectContaining({ id: 1001, title: "Clocks" })] });
});

test("All entities are stored, or none, and the wrong one is named", async () => {
  const { ask } = controlPlane();
  const { json: before } = await ask("GET", "/sessions/default/snapshot");
  const first = { title: "Anchors", wing: "south" };
  const taken = await ask("POST", exhibitions, { body: { entities: [first, { title: "Lamps", wing: "north" }] } });
  expect({ status: taken.status, errors: taken.json.errors }).toEqual({
    status: 422,
    errors: [{ pointer: "/entities/1", detail: expect.stringContaining("title and wing") }],
  });
  const key = await ask("POST", exhibitions, { body: { entities: [{ ...first, id: 1000 }] } });
  expect(key.json.errors[0].detail).toContain("1000 exists already");
  const tickets = "/sessions/default/entities/museum/Ticket";
  const orphan = await ask("POST", tickets, { body: { entities: [{ exhibitionId: 1, price: 2 }] } });
  expect(orphan.json.errors[0]).toEqual({ pointer: "/entities/0", detail: "Exhibition 1 does not exist" });
  expect((await ask("GET", "/sessions/default/snapshot")).json).toEqual(before);
});

test("A session that is full takes none of them", async () => {
  const { ask } = controlPlane({ limits: { entities: 9 } });
  const entities = [1, 2, 3].map((number) => ({ title: `Hall ${number}`, wing: "south" }));
  expect((await ask("POST", exhibitions, { body: { entities } })).status).toBe(507);
  expect((await ask("GET", exhibitions)).json.total).toBe(3);
});

test.each([
  ["/sessions/default/entities/zoo/Whale", "unknown-api", "museum"],
  ["/sessions/default/entities/museum/Whale", "unknown-resource", "Exhibition, Ticket"],
  ["/sessions/default/entities/museum/constructor", "unknown-resource", "Exhibition"],
  ["/sessions/default/entities/__proto__/Whale", "unknown-api", "museum"],
])("%s is answered with 404 and what there is", async (path, kind, known) => {
  for (const [method, body] of [["GET"], ["POST", { entities: [{}] }]] as const) {
    const { status, json } = await controlPlane().ask(method, path, body === undefined ? {} : { body });
    expect({ status, type: json.type }).toEqual({ status: 404, type: `urn:sandbox:${kind}` });
    expect(json.detail).toContain(known);
  }
});

test.each([
  [{ entities: [] }, "/entities"],
  [{ entities: ["x"] }, "/entities/0"],
  [{ entities: {} }, "/entities"],
  [[{}], ""],
])("The body %j is refused", async (body, pointer) => {
  const { status, json } = await controlPlane().ask("POST", exhibitions, { body });
  expect({ status, pointer: json.errors[0].pointer }).toEqual({ status: 422, pointer });
});
