import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { actions } from "../src/control/actions.ts";
import { controlDocument } from "../src/control/document.ts";
import type { Tables } from "../src/tables/tables.ts";
import { type Ask, type ControlPlane, controlPlane, documented, exchange, schemaViolations } from "./control-world.ts";
import { museumTables } from "./museum-tables.ts";
import { museumOf } from "./museum-world.ts";

const exhibition = { title: "Anchors", wing: "south" };

/** A request of each operation that is answered with success. */
const successes: Readonly<
  Record<string, { readonly path?: string; readonly status: number; readonly body?: unknown }>
> = {
  getHealth: { status: 200 },
  getDocument: { status: 200 },
  listSessions: { status: 200 },
  createSession: { status: 201, body: { id: "a", seed: 7, clock: { mode: "realtime", speed: 60 } } },
  getSession: { status: 200 },
  deleteSession: { status: 204 },
  forkSession: { status: 201, body: {} },
  resetSession: { status: 204 },
  getSnapshot: { status: 200 },
  restoreSnapshot: { status: 204 },
  getClock: { status: 200 },
  updateClock: { status: 200, body: { now: "2026-02-01T00:00:00+01:00" } },
  advanceClock: { status: 200, body: { by: "PT1M" } },
  listEntities: { status: 200 },
  createEntities: { status: 201, body: { entities: [exhibition] } },
  planJob: { status: 204, body: { operationId: "exportCatalogue", end: "error", message: "No paper" } },
  listJournalEntries: { status: 200 },
  getJournalEntry: { status: 200 },
  clearJournal: { status: 204 },
  listDeliveries: { status: 200 },
  replayDelivery: { status: 202 },
};

const values: Readonly<Record<string, string>> = {
  id: "test",
  api: "museum",
  type: "Exhibition",
  entryId: "kept",
  deliveryId: "museum-1",
};

function pathOf(template: string, given: Readonly<Record<string, string>> = {}): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? values[name] ?? "");
}

/** The museum's tables, with a visitor who can ask to be told of exhibitions. */
const tables: Tables = {
  ...museumTables,
  webhooks: {
    receiver: { type: "Visitor", url: "/home", events: "/wants", secret: "/secret" },
    signature: { header: "x-signature", algorithm: "hmac-sha1", encoding: "hex" },
    delivery: { attempts: 1, backoffMs: 1000, timeoutMs: 1000 },
    events: { moved: { on: [{ resource: "Exhibition", action: "update" }], body: true } },
  },
};

/** A control plane with the session `test`, in whose journal stands the entry `kept`, and which holds one delivery. */
function prepared(options: Parameters<typeof controlPlane>[0] = {}): ControlPlane {
  const plane = controlPlane({ tables, hooks: { webhooks: ({ id }) => ({ id }) }, ...options });
  const { journal, courier, store } = museumOf(plane.sessions.fork({ id: "test" }));
  journal.record(exchange({ id: "kept" }));
  const [visitor = {}] = store.list("Visitor");
  const [shown = {}] = store.list("Exhibition");
  store.update("Visitor", visitor, { wants: ["moved"], home: "https://ada.example" });
  const by = {};
  courier.storeOf(by).update("Exhibition", shown, { wing: "south" });
  courier.tell(by);
  return plane;
}

function bodyOf(operationId: string, { sessions }: ControlPlane): unknown {
  if (operationId === "restoreSnapshot") return sessions.default.snapshot().toJSON();
  return successes[operationId]?.body;
}

test("Every documented operation has an action, and every action is documented", () => {
  expect(documented.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(actions).sort());
  expect(Object.keys(successes).sort()).toEqual(Object.keys(actions).sort());
});

test.each(documented)("$operationId is answered as documented", async ({ operationId, method, path }) => {
  const plane = prepared();
  const { status } = await plane.ask(method, pathOf(path), { body: bodyOf(operationId, plane) });
  expect(status).toBe(successes[operationId]?.status);
});

test.each(documented.filter(({ method }) => method === "GET"))(
  "$operationId answers HEAD without a body",
  async ({ path }) => {
    const { status, json, headers } = await prepared().ask("HEAD", pathOf(path));
    expect({ status, json }).toEqual({ status: 200, json: undefined });
    expect(headers.get("content-type")).toBe("application/json");
  },
);

/** How each error status is brought about; undefined where an operation can't have it. */
const errors: Readonly<Record<string, (plane: (typeof documented)[number]) => Promise<number> | undefined>> = {
  async "400"({ operationId, method, path, requestBody }) {
    const plane = prepared();
    if (requestBody === undefined) {
      const told = await plane.ask(method, `${pathOf(path)}?surprise=1`);
      expect(told.json.errors).toEqual([{ parameter: "surprise", detail: "is no parameter of this operation" }]);
      return told.status;
    }
    const told = await plane.ask(method, pathOf(path), { text: "{bad" });
    expect(told.json.detail).toContain(operationId);
    expect(told.json.detail).toContain("position 1");
    return told.status;
  },
  async "401"({ method, path }) {
    const told = await prepared({ controlToken: "long-enough" }).ask(method, pathOf(path));
    return told.status;
  },
  async "403"({ method, path }) {
    const told = await prepared().ask(method, pathOf(path), { headers: { origin: "https://page.example.com" } });
    return told.status;
  },
  async "404"({ operationId, method, path }) {
    const plane = prepared();
    const body = bodyOf(operationId, plane);
    const told = await plane.ask(method, pathOf(path, { id: "nobody" }), { body });
    expect(told.json.detail).toContain('"nobody" among the 2 of this sandbox');
    expect(told.json.detail).not.toContain("test");
    return told.status;
  },
  async "409"({ operationId, method, path }) {
    const isDelete = operationId === "deleteSession";
    const ask: Ask = isDelete ? {} : { body: { id: "test" } };
    const told = await prepared().ask(method, pathOf(path, isDelete ? { id: "default" } : {}), ask);
    return told.status;
  },
  async "413"({ operationId, method, path }) {
    // A snapshot may be larger than other bodies, so that its length alone is sent here.
    const headers: Record<string, string> =
      operationId === "restoreSnapshot" ? { "content-length": String(2 ** 29) } : {};
    const plane = prepared({ limits: { jsonBytes: 20 } });
    const told = await plane.ask(method, pathOf(path), { text: JSON.stringify({ id: "x".repeat(40) }), headers });
    return told.status;
  },
  async "415"({ method, path }) {
    const told = await prepared().ask(method, pathOf(path), { text: "{}", headers: { "content-type": "text/plain" } });
    return told.status;
  },
  async "422"({ operationId, method, path }) {
    const told = await prepared().ask(method, pathOf(path), { body: { surprise: 1 } });
    expect(told.json.errors[0].pointer).toBe("");
    expect(told.json.detail).toContain(operationId);
    return told.status;
  },
  async "507"({ operationId, method, path }) {
    const limit = { createEntities: "entities", restoreSnapshot: "fileBytes" }[operationId] ?? "sessions";
    const plane = prepared({ limits: { [limit]: { entities: 8, fileBytes: 3, sessions: 1 }[limit] } });
    // biome-ignore lint/suspicious/noExplicitAny: only a snapshot is looked into.
    const body = bodyOf(operationId, plane) as any;
    if (operationId === "restoreSnapshot") body.apis.museum.files.contents = contentsOf("four");
    const told = await plane.ask(method, pathOf(path), { body });
    expect(told.json.detail).toContain(`limits.${limit}`);
    return told.status;
  },
};

function contentsOf(text: string): unknown {
  return { [createHash("sha256").update(text).digest("hex")]: Buffer.from(text).toString("base64") };
}

const pairs = documented.flatMap((operation) =>
  Object.keys(operation.responses)
    .filter((status) => /^[45]/.test(status))
    .map((status) => ({ ...operation, status })),
);

test.each(pairs)("$operationId answers $status as documented", async ({ status, ...operation }) => {
  expect(await errors[status]?.(operation)).toBe(Number(status));
});

test("A fault of the sandbox is answered with 500 and its own words", async () => {
  const { status, json } = await controlPlane({ broken: true }).ask("GET", "/sessions");
  expect(status).toBe(500);
  expect(json.detail).toContain("the shelf is broken");
});

test.each([
  "/",
  "/nothing",
  "/sessions/default/nothing",
  "/sessions/default/clock/advance/more",
  "/health/deep",
  "/openapi.yaml",
])("The undocumented path %s is answered with 404", async (path) => {
  const { status, json } = await controlPlane().ask("GET", path);
  expect(status).toBe(404);
  expect(json.detail).toContain("GET /__sandbox__/openapi.json");
});

const paths = Object.entries(controlDocument.paths).map(([path, item]) => ({
  path,
  methods: Object.keys(item).map((method) => method.toUpperCase()),
}));

test.each(paths)("$path answers every other method with 405 and Allow", async ({ path, methods }) => {
  const plane = prepared();
  const others = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => !methods.includes(method));
  expect(others.length).toBeGreaterThan(0);
  for (const method of others) {
    const { status, headers } = await plane.ask(method, pathOf(path));
    expect({ method, status }).toEqual({ method, status: 405 });
    const allow = headers.get("allow")?.split(", ") ?? [];
    expect(allow).toEqual([...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"]);
  }
});

test("OPTIONS tells the methods and nothing that lets other origins in", async () => {
  const { status, headers } = await controlPlane().ask("OPTIONS", "/sessions");
  expect(status).toBe(204);
  expect(headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
  expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
});

test("A broken percent-encoding in the path is answered with 400", async () => {
  const { status, json } = await controlPlane().ask("GET", "/sessions/%E0%A4%A");
  expect({ status, type: json.type }).toEqual({ status: 400, type: "urn:sandbox:unreadable" });
});

test("Query parameters that are wrong or unknown are answered with 400, each named", async () => {
  const { status, json } = await controlPlane().ask("GET", "/sessions?limit=many&skip=-1&offset=3");
  expect(status).toBe(400);
  expect(json.errors).toEqual([
    { parameter: "skip", detail: "must be >= 0" },
    { parameter: "limit", detail: "must be integer" },
    { parameter: "offset", detail: "is no parameter of this operation" },
  ]);
});

test("The document that is served is the one of the package, and each of its examples fits its schema", async () => {
  expect((await controlPlane().ask("GET", "/openapi.json")).json).toEqual(JSON.parse(JSON.stringify(controlDocument)));
  const found: string[] = [];
  for (const { schema, examples } of contentsIn(controlDocument)) {
    for (const [name, { $ref }] of Object.entries(examples)) {
      const { value } =
        (controlDocument.components.examples as Record<string, { value: unknown }>)[$ref.split("/").at(-1) ?? ""] ?? {};
      expect({ name, wrong: schemaViolations(schema, value) }).toEqual({ name, wrong: [] });
      found.push(name);
    }
  }
  expect(new Set(found).size).toBe(Object.keys(controlDocument.components.examples as object).length);
});

function contentsIn(value: unknown): { schema: object; examples: Record<string, { $ref: string }> }[] {
  if (typeof value !== "object" || value === null) return [];
  const { content } = value as {
    content?: Record<string, { schema: object; examples: Record<string, { $ref: string }> }>;
  };
  return [...Object.values(content ?? {}), ...Object.values(value).flatMap(contentsIn)];
}

test("src/control/document.ts is what the YAML gives, and lint finds nothing", async () => {
  const script = fileURLToPath(new URL("../scripts/control-document.mjs", import.meta.url));
  await expect(promisify(execFile)(process.execPath, [script, "--check"])).resolves.toMatchObject({ stderr: "" });
});
