import { readFileSync } from "node:fs";
import type { OperationTable, Tables } from "@fairlead/sandbox/tables";
import { expect, test } from "vitest";
import { parseDocument } from "../src/document/document.ts";
import { readOperations } from "../src/document/operations.ts";
import { sandboxTables } from "../src/sandbox/sandbox-tables.ts";
import { MUSEUM } from "./workspace.ts";

type Change = (document: Museum) => void;

interface Museum {
  readonly "x-behaviors": Record<string, Record<string, Record<string, unknown>>>;
  readonly paths: Record<string, Record<string, Record<string, unknown>>>;
  readonly components: Record<string, Record<string, unknown>>;
}

function write(change: Change = () => {}): string {
  const museum = JSON.parse(readFileSync(MUSEUM, "utf8"));
  change(museum);
  const document = parseDocument(JSON.stringify(museum), "museum.json");
  return sandboxTables(document, readOperations(document));
}

const tables: Tables = JSON.parse(write());

function operation(id: string, from: Tables = tables): OperationTable {
  const found = from.operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

test("the same document gives the same bytes", () => {
  expect(write()).toBe(write());
});

test("every operation has its real method and path, and parameters with the defaults of OpenAPI", () => {
  expect(tables.operations).toHaveLength(11);
  expect(operation("getExhibit")).toMatchObject({ method: "GET", path: "/v1/exhibits/{id}" });
  expect(operation("getExhibit").parameters).toEqual([
    {
      name: "id",
      in: "path",
      required: true,
      schema: { type: "integer", minimum: 1 },
      style: "simple",
      explode: false,
    },
    {
      name: "lang",
      in: "query",
      required: false,
      schema: { type: "string", default: "en" },
      style: "form",
      explode: true,
    },
    { name: "X-Trace", in: "header", required: false, schema: { type: "string" }, style: "simple", explode: false },
  ]);
  const { parameters } = operation("listExhibits");
  expect(parameters.filter(({ explode }) => !explode).map(({ name }) => name)).toEqual(["colors", "rooms"]);
});

test("a body says whether it must be there, and lists every media type", () => {
  expect(operation("addPhoto").body).toEqual({
    required: true,
    content: { "multipart/form-data": { schema: expect.objectContaining({ required: ["file"] }) } },
  });
  expect(operation("updateExhibit").body?.required).toBe(false);
  expect(operation("getExhibit")).not.toHaveProperty("body");
});

test("answers are named by component, or by operation and status", () => {
  expect(operation("createExhibit").responses).toEqual({
    "201": "createExhibit.201",
    "400": "createExhibit.400",
    default: "Failed",
  });
  expect(tables.responses.Failed).toEqual({
    headers: {
      "X-Left": { required: false, schema: { type: "integer" } },
      "X-Door": { required: true, schema: { type: "string" } },
    },
    content: {
      "application/json": { schema: { $ref: "#/components/schemas/Error" }, examples: { closed: { error: "closed" } } },
    },
  });
  expect(tables.responses["deleteExhibit.204"]).toEqual({ headers: {}, content: {} });
  expect(tables.responses["getOpeningHours.200"]?.content["text/plain"]?.examples).toEqual({ example: "10 to 18" });
});

test("an operation needs the scopes that it lists and those of its method, each scheme on its own", () => {
  expect(operation("listExhibits").security).toEqual([{ ticket: [] }]);
  expect(operation("createExhibit").security).toEqual([{ ticket: ["change", "sell"] }]);
  expect(operation("deleteExhibit").security).toEqual([{ guideToken: ["remove"] }, {}]);
});

test("a scheme says how its credential is sent, its roles and its answers", () => {
  expect(tables.auth.ticket).toEqual({
    type: "apiKey",
    name: "X-Ticket",
    in: "header",
    roles: { keeper: ["change", "sell"], guest: [] },
    missing: { status: 401, response: "Unauthorized" },
    invalid: { status: 401, response: "Unauthorized" },
    forbidden: { status: 403, response: "Failed" },
  });
  expect(tables.auth.guideToken).toMatchObject({ type: "bearer", roles: {}, invalid: { status: 403 } });
});

test("a resource has its schema by name, and the declared answer of its uniqueness", () => {
  expect(tables.resources.Exhibit).toEqual({
    schema: "Exhibit",
    key: { pointer: "/id", generate: "sequence", start: 10, within: ["/floor"] },
    parent: { type: "Hall", pointer: "/hall", onDelete: "cascade" },
    unique: [{ pointers: ["/hall", "/name"], status: 400, response: "createExhibit.400" }],
    times: {},
    initial: { "/floor": 0 },
  });
  expect(tables.resources.Hall).not.toHaveProperty("schema");
});

test("a use names one entity by the last path parameter, and finds a list where its pages are", () => {
  expect(operation("getExhibit").resource).toMatchObject({ action: "get", key: "path.id", item: "", result: "" });
  expect(operation("createExhibit").resource).toMatchObject({ hidden: { "/floor": "body/year" } });
  expect(operation("createExhibit").resource).not.toHaveProperty("key");
  expect(operation("listExhibits").resource).toEqual({
    type: "Exhibit",
    action: "list",
    scope: {},
    filter: { "/floor": "query.age" },
    hidden: {},
    sort: { param: "query.sort", order: "query.age", values: [1, -1], keys: ["name"] },
    order: { by: "/name", direction: "desc" },
    item: "",
    result: "/result",
  });
});

test("a job knows its resource, who starts it, and its states in milliseconds", () => {
  expect(operation("startTour")).toMatchObject({ job: "tourJob", idempotency: "tourKey" });
  expect(tables.jobs.tourJob).toEqual({
    start: { id: "/id", state: "/status" },
    status: { operationId: "getTour", param: "path.id", state: "/status" },
    resource: "Tour",
    startedBy: ["startTour"],
    states: {
      running: { next: ["complete", "error"], after: { ms: 4000, polls: 2 } },
      complete: { end: "success", result: "/url" },
      error: { end: "failure", message: "/note" },
    },
    keptMs: 3_600_000,
  });
});

test("quotas and keys are in milliseconds, and name their answers", () => {
  expect(operation("getExhibit").rateLimit).toBe("normal");
  expect(operation("getAudio")).not.toHaveProperty("rateLimit");
  expect(tables.rateLimits.default).toEqual({
    quota: 1,
    windowMs: 86_400_500,
    partition: ["token"],
    tiers: {},
    headers: "x-ratelimit",
    onExceed: { status: 503, response: "Failed", retryAfter: "none" },
  });
  expect(tables.idempotency).toEqual({ tourKey: { header: "Idempotency-Key", ttlMs: 86_400_000, replayStatus: 200 } });
});

test("what is left open of a page is as in the definition, and else 20 of at most 100", () => {
  const sizeWith = (definition: object) =>
    operation(
      "listExhibits",
      JSON.parse(
        write((museum) => {
          Object.assign(museum["x-behaviors"].pagination?.normal ?? {}, { size: definition });
          Object.assign(museum.paths["/v1/exhibits"]?.get ?? {}, {
            "x-pagination": { use: "normal", size: { param: "limit" } },
          });
        }),
      ),
    ).pagination?.size;
  expect(sizeWith({ param: "count", default: 7, max: 9 })).toEqual({ param: "limit", default: 7, max: 9 });
  expect(sizeWith({ param: "count" })).toEqual({ param: "limit", default: 20, max: 100 });
});

test("pages that have numbers give everything where nobody says how much", () => {
  const paged = write((museum) => {
    const numbered = { style: "page", param: "skip", size: { param: "limit" }, items: "/result", total: "/total" };
    Object.assign(museum["x-behaviors"].pagination ?? {}, { normal: numbered });
  });
  const all = Number.MAX_SAFE_INTEGER;
  expect(operation("listExhibits", JSON.parse(paged)).pagination).toMatchObject({
    style: "page",
    size: { param: "limit", default: all, max: all },
  });
});

test("pages by time, and paths of any version, are passed on", () => {
  const changed: Tables = JSON.parse(
    write((museum) => {
      const byTime = { style: "until", param: "skip", items: "/result", key: "/id", at: "/id", next: "/total" };
      Object.assign(museum["x-behaviors"].pagination ?? {}, { normal: byTime });
      Object.assign(museum["x-behaviors"], { anyVersion: true });
    }),
  );
  expect(changed.anyVersion).toBe(true);
  expect(operation("listExhibits", changed).pagination).toMatchObject({ style: "until", at: "/id", next: "/total" });
  expect(tables).not.toHaveProperty("anyVersion");
});

test("credentials that operations issue are named with their resource", () => {
  const issued = { type: "Tour", token: "/id", until: "/url" };
  const changed: Tables = JSON.parse(
    write((museum) => {
      for (const auth of Object.values(museum["x-behaviors"].auth ?? {})) Object.assign(auth, { issued });
    }),
  );
  expect(changed.auth.ticket).toMatchObject({ issued });
  expect(tables.auth.ticket).not.toHaveProperty("issued");
});

test("errors, static operations and hooks are as declared", () => {
  expect(tables.errors).toEqual({
    response: "Failed",
    message: "/error",
    unknownPath: { example: "closed", path: "/path" },
    unknownMethod: { example: "closed" },
  });
  expect(tables.static).toEqual({ getOpeningHours: "The museum opens at ten." });
  expect(Object.keys(tables.hooks ?? {})).toEqual(["addPhoto", "getAudio", "replaceAudio"]);
});

test.each([
  [
    "a job whose status operation reads no resource",
    (museum) => delete museum.paths["/v1/tours/{id}"]?.get?.["x-resource"],
    "job tourJob: getTour gets no resource",
  ],
  [
    "a uniqueness that no creating operation can answer",
    (museum) => Object.assign(museum.paths["/v1/exhibits"]?.post ?? {}, { responses: { "201": { description: "" } } }),
    "resource Exhibit: no operation that makes one declares 400",
  ],
  [
    "an entity without a path parameter",
    (museum) =>
      Object.assign(museum.paths["/v1/opening-hours"]?.get ?? {}, { "x-resource": { type: "Hall", action: "get" } }),
    "getOpeningHours: its path names no entity",
  ],
  [
    "an example of an error that does not exist",
    (museum) => Object.assign(museum["x-behaviors"]?.errors ?? {}, { unknownMethod: { example: "open" } }),
    "x-behaviors.errors: Failed has no example open",
  ],
  [
    "a credential that the sandbox can't read",
    (museum) => Object.assign(museum.components.securitySchemes ?? {}, { ticket: { type: "http", scheme: "digest" } }),
    "security scheme ticket: neither a bearer token nor an API key",
  ],
] as [string, Change, string][])("%s is refused by name", (_, change, message) => {
  expect(() => write(change)).toThrow(message);
});

const told = {
  receiver: { type: "Tour", url: "/name", events: "/stops", secret: "/key" },
  signature: { header: "x-seal", algorithm: "hmac-sha1", encoding: "hex" },
  delivery: { attempts: 3, backoff: "PT1M", timeout: "PT0.5S" },
  events: {
    "exhibit.made": { webhook: "exhibitEvent", on: [{ resource: "Exhibit", action: "create" }] },
    "exhibit.renamed": {
      webhook: "exhibitEvent",
      on: [{ resource: "Exhibit", action: "update", changes: ["/title"], becomes: { "/id": 7 } }],
    },
  },
};
const seal = { name: "x-seal", in: "header", required: true, schema: { type: "string" } };
const post = {
  operationId: "receiveExhibitEvent",
  parameters: [seal],
  requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Exhibit" } } } },
};

test("webhooks have their times in milliseconds, and each event the schema of its body", () => {
  const { webhooks } = JSON.parse(
    write(
      (museum) =>
        Object.assign(museum["x-behaviors"], { webhooks: told }) &&
        Object.assign(museum, { webhooks: { exhibitEvent: { post } } }),
    ),
  ) as Tables;
  expect(webhooks?.delivery).toEqual({ attempts: 3, backoffMs: 60_000, timeoutMs: 500 });
  expect(webhooks?.receiver).toEqual(told.receiver);
  expect(webhooks?.signature).toEqual(told.signature);
  expect(webhooks?.events["exhibit.renamed"]).toEqual({
    on: told.events["exhibit.renamed"].on,
    body: { $ref: "#/components/schemas/Exhibit" },
  });
  expect(Object.keys(webhooks?.events ?? {})).toEqual(["exhibit.made", "exhibit.renamed"]);
});

test("what stands under webhooks is no operation, and a document without them has no table of them", () => {
  const withThem = JSON.parse(
    write((museum) => Object.assign(museum, { webhooks: { exhibitEvent: { post } } })),
  ) as Tables;
  expect(withThem.operations.map(({ id }) => id)).toEqual(tables.operations.map(({ id }) => id));
  expect(withThem).not.toHaveProperty("webhooks");
});

test("an event of a webhook that the document does not have is refused", () => {
  const broken = (): string => write((museum) => Object.assign(museum["x-behaviors"], { webhooks: told }));
  expect(broken).toThrow("x-behaviors.webhooks: there is no webhook exhibitEvent with a JSON body");
});
