import fc from "fast-check";
import { expect, test } from "vitest";
import { controlPlane, exchange } from "./control-world.ts";
import { museumOf } from "./museum-world.ts";

test("A new session is listed, found and removed", async () => {
  const { ask } = controlPlane();
  const made = await ask("POST", "/sessions", { body: { id: "opening-hours" } });
  expect(made.headers.get("location")).toBe("/__sandbox__/sessions/opening-hours");
  expect(made.json).toMatchObject({
    id: "opening-hours",
    apis: { museum: { entities: { Exhibition: 3 }, requests: 0 } },
  });
  const listed = await ask("GET", "/sessions");
  expect(listed.json.total).toBe(2);
  expect(listed.json.sessions.map(({ id }: { id: string }) => id)).toEqual(["default", "opening-hours"]);
  expect((await ask("GET", "/sessions/opening-hours")).json).toEqual(made.json);
  expect((await ask("DELETE", "/sessions/opening-hours")).status).toBe(204);
  expect((await ask("GET", "/sessions/opening-hours")).status).toBe(404);
  expect((await ask("DELETE", "/sessions/opening-hours")).status).toBe(404);
});

test("A session needs no body and gets an id", async () => {
  const { ask, sessions } = controlPlane();
  const { json } = await ask("POST", "/sessions");
  expect(sessions.get(json.id)?.id).toBe(json.id);
});

test("A session takes its seed and its clock from the body", async () => {
  const { ask, sessions } = controlPlane();
  const body = { clock: { mode: "realtime" }, seed: 7 };
  const { json } = await ask("POST", "/sessions", { body });
  expect(json.clock).toMatchObject({ mode: "realtime", speed: 1 });
  expect(sessions.get(json.id)?.random.hex("x", 8)).toBe(sessions.fork({ seed: 7 }).random.hex("x", 8));
  expect(sessions.get(json.id)?.random.hex("x", 8)).not.toBe(sessions.default.random.hex("x", 8));
});

test("A new session begins with the seed, a fork with what its session holds, and neither shares anything", async () => {
  const { ask, sessions } = controlPlane();
  museumOf(sessions.default).store.create("Exhibition", { title: "Anchors", wing: "south" });
  museumOf(sessions.default).journal.record(exchange());
  const fresh = await ask("POST", "/sessions");
  expect(fresh.json.apis.museum.entities.Exhibition).toBe(3);
  const fork = await ask("POST", "/sessions/default/fork", { body: { id: "fork" } });
  expect(fork.json.apis.museum).toMatchObject({ entities: { Exhibition: 4 }, requests: 0 });
  await ask("POST", "/sessions/fork/entities/museum/Exhibition", {
    body: { entities: [{ title: "Ropes", wing: "south" }] },
  });
  expect((await ask("GET", "/sessions/default")).json.apis.museum).toMatchObject({
    entities: { Exhibition: 4 },
    requests: 1,
  });
});

test("A taken id is refused and makes nothing", async () => {
  const { ask, sessions } = controlPlane();
  await ask("POST", "/sessions", { body: { id: "one" } });
  const { status, json } = await ask("POST", "/sessions", { body: { id: "one" } });
  expect({ status, type: json.type }).toEqual({ status: 409, type: "urn:sandbox:session-exists" });
  expect(sessions.list()).toHaveLength(2);
});

test.each([
  [{ id: "default" }, "/id"],
  [{ id: "current" }, "/id"],
  [{ id: "" }, "/id"],
  [{ id: "a b" }, "/id"],
  [{ id: "x".repeat(65) }, "/id"],
  [{ id: 7 }, "/id"],
  [{ seed: -1 }, "/seed"],
  [{ seed: 1.5 }, "/seed"],
  [{ clock: { mode: "slow" } }, "/clock/mode"],
  [{ clock: { speed: 2 } }, "/clock"],
  [{ clock: { mode: "virtual", speed: 2 } }, "/clock/speed"],
  [{ clock: { mode: "realtime", speed: 0 } }, "/clock/speed"],
  [{ name: "one" }, ""],
  [[], ""],
  [null, ""],
])("The body %j is refused, and its wrong place is named", async (body, pointer) => {
  const { ask, sessions } = controlPlane();
  const { status, json } = await ask("POST", "/sessions", { body });
  expect(status).toBe(422);
  expect(json.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  expect(sessions.list()).toHaveLength(1);
});

test("The default session can be reset, but not removed", async () => {
  const { ask, sessions } = controlPlane();
  museumOf(sessions.default).store.create("Exhibition", { title: "Anchors", wing: "south" });
  museumOf(sessions.default).journal.record(exchange());
  sessions.default.clock.advance(1000);
  expect((await ask("DELETE", "/sessions/default")).json.type).toBe("urn:sandbox:session-stays");
  expect((await ask("POST", "/sessions/default/reset")).status).toBe(204);
  const { json } = await ask("GET", "/sessions/default");
  expect(json.apis.museum).toMatchObject({ entities: { Exhibition: 3 }, requests: 0 });
  expect(json.clock.nowMs).toBe(Date.UTC(2026, 0, 1));
});

test("`current` is the session that the request chose", async () => {
  const { ask, sessions } = controlPlane();
  sessions.fork({ id: "chosen" });
  expect((await ask("GET", "/sessions/current", { session: "chosen" })).json.id).toBe("chosen");
  expect((await ask("GET", "/sessions/current")).json.id).toBe("default");
  expect((await ask("DELETE", "/sessions/current")).json.type).toBe("urn:sandbox:session-stays");
});

test("A list is cut by skip and limit", async () => {
  const { ask, sessions } = controlPlane();
  for (let index = 0; index < 5; index += 1) sessions.fork({ id: `n${index}` });
  const { json } = await ask("GET", "/sessions?skip=2&limit=2");
  expect(json.sessions.map(({ id }: { id: string }) => id)).toEqual(["n1", "n2"]);
  expect(json.total).toBe(6);
  expect((await ask("GET", "/sessions?limit=0")).json.sessions).toEqual([]);
});

test("Whatever id is asked for, the answer fits the document and no other session's id is in it", async () => {
  const { ask, sessions } = controlPlane();
  sessions.fork({ id: "hidden-one" });
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), async (id) => {
      fc.pre(!["default", "current", "hidden-one", ".", ".."].includes(id));
      const { status, json } = await ask("GET", `/sessions/${encodeURIComponent(id)}`);
      expect([400, 404]).toContain(status);
      expect(JSON.stringify(json)).not.toContain("hidden-one");
    }),
  );
});
