import type { OperationTable, ParameterTable, ResponseTable, Schema, Tables } from "../src/tables/tables.ts";

/**
 * The tables of an invented museum, written by hand: exhibitions (offset pages, sorted, filtered), tickets and visitors
 * (last-id pages), labels (the same id in each language), photos (multipart), reservations (idempotency key), exports (raw
 * bytes), jobs, two roles, four quota classes.
 */
const id: Schema = { type: "integer", minimum: 1 };
const text: Schema = { type: "string", minLength: 1, maxLength: 80 };
const time: Schema = { type: "string", format: "date-time" };

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, Schema>, required: readonly string[] = Object.keys(properties)): Schema => ({
  type: "object",
  properties,
  required,
});

const schemas: Record<string, Schema> = {
  Error: object({ error: { type: "string" } }),
  Exhibition: object(
    {
      id,
      title: text,
      wing: { type: "string", enum: ["north", "south"] },
      open: { type: "boolean" },
      createdAt: time,
      modifiedAt: time,
    },
    ["id", "title", "wing", "open", "createdAt", "modifiedAt"],
  ),
  NewExhibition: object({ title: text, wing: { type: "string", enum: ["north", "south"] } }),
  ExhibitionPatch: object(
    { title: text, wing: { type: "string", enum: ["north", "south"] }, open: { type: "boolean" } },
    [],
  ),
  Ticket: object({
    id: { type: "string", format: "uuid" },
    exhibitionId: id,
    price: { type: "number" },
    createdAt: time,
  }),
  NewTicket: object({ price: { type: "number", minimum: 0 } }),
  Visitor: object({ id: { type: "string" }, name: text, email: text, createdAt: time }),
  NewVisitor: object({ name: text, email: text }),
  Label: object({ id: text, language: { type: "string" }, text: { type: "string" } }),
  Photo: object({ id, title: text, size: { type: "integer" }, md5: { type: "string" } }),
  Reservation: object({ id: { type: "string" }, seats: { type: "integer" }, createdAt: time }),
  NewReservation: object({ seats: { type: "integer", minimum: 1, maximum: 20 } }),
  Job: object(
    {
      id,
      status: { type: "string", enum: ["queued", "running", "complete", "error", "cancelled"] },
      messages: { type: "array", items: { type: "string" } },
      data: { type: "object", additionalProperties: true },
      createdAt: time,
      modifiedAt: time,
    },
    ["id", "status", "createdAt", "modifiedAt"],
  ),
};

const rateHeaders: ResponseTable["headers"] = Object.fromEntries(
  ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"].map((name) => [
    name,
    { required: false, schema: { type: "integer", minimum: 0 } },
  ]),
);

const json = (schema: Schema, example: unknown): ResponseTable => ({
  headers: rateHeaders,
  content: { "application/json": { schema, examples: { example } } },
});
const list = (name: string, page: Record<string, Schema>, example: unknown): ResponseTable =>
  json(object({ result: { type: "array", items: ref(name) }, pagination: object(page) }), example);
const error = (message: string): ResponseTable => json(ref("Error"), { error: message });
const empty: ResponseTable = { headers: rateHeaders, content: {} };

const at = "2026-01-01T00:00:00.000Z";
const exhibition = { id: 1000, title: "Lamps", wing: "north", open: false, createdAt: at, modifiedAt: at };
const ticket = { id: "0e0f6a4e-8f5d-4f53-9d4b-2f1c5a3b7e10", exhibitionId: 1000, price: 12.5, createdAt: at };
const visitor = { id: "V1", name: "Ada", email: "ada@museum.example", createdAt: at };
const job = { id: 1, status: "queued", messages: [], data: {}, createdAt: at, modifiedAt: at };
const photo = { id: 1, title: "Lamp", size: 3, md5: "900150983cd24fb0d6963f7d28e17f72" };
const reservation = { id: "abc", seats: 2, createdAt: at };
const count: Schema = { type: "integer", minimum: 0 };
const offsetPage = { skip: count, limit: count, total: count };
const lastIdPage = { hasMore: { type: "boolean" } };

const responses: Record<string, ResponseTable> = {
  BadRequest: error("Invalid request"),
  Unauthorized: error("Unauthorized"),
  Forbidden: error("Forbidden"),
  NotFound: error("Resource not found"),
  Conflict: error("Conflict"),
  RateLimited: error("Too many requests"),
  Busy: error("The door is busy"),
  "getOpeningHours.200": json(object({ opens: { type: "string" } }), { opens: "09:00" }),
  "getLimits.200": json(object({ limits: object({ normal: count, strict: count }) }), {
    limits: { normal: 120, strict: 5 },
  }),
  "listExhibitions.200": list("Exhibition", offsetPage, {
    result: [exhibition],
    pagination: { skip: 0, limit: 16, total: 1 },
  }),
  "createExhibition.201": json(ref("Exhibition"), exhibition),
  "getExhibition.200": json(ref("Exhibition"), exhibition),
  "updateExhibition.200": json(ref("Exhibition"), exhibition),
  "replaceExhibition.200": json(ref("Exhibition"), exhibition),
  "deleteExhibition.204": empty,
  "listTickets.200": list("Ticket", lastIdPage, { result: [ticket], pagination: { hasMore: false } }),
  "createTicket.201": json(ref("Ticket"), ticket),
  "getTicket.200": json(ref("Ticket"), ticket),
  "listVisitors.200": list("Visitor", lastIdPage, { result: [visitor], pagination: { hasMore: false } }),
  "createVisitor.201": json(ref("Visitor"), visitor),
  "listLabels.200": json({ type: "array", items: ref("Label") }, [{ id: "lamp", language: "en", text: "A lamp" }]),
  "getLabel.200": json(object({ label: ref("Label") }), { label: { id: "lamp", language: "en", text: "A lamp" } }),
  "createLabel.201": json(object({ label: ref("Label") }), { label: { id: "lamp", language: "en", text: "A lamp" } }),
  "uploadPhoto.201": json(ref("Photo"), photo),
  "getPhotoFile.200": {
    headers: rateHeaders,
    content: { "application/octet-stream": { schema: { type: "string", format: "binary" }, examples: {} } },
  },
  "putGuide.200": json(object({ size: count }), { size: 3 }),
  "reserve.201": json(ref("Reservation"), reservation),
  "reserve.200": json(ref("Reservation"), reservation),
  "exportCatalogue.201": json(ref("Job"), job),
  "getJob.200": json(ref("Job"), { ...job, status: "complete", data: { url: "https://museum.example/catalogue.zip" } }),
};

const parameter = (
  place: ParameterTable["in"],
  name: string,
  schema: Schema,
  required = place === "path",
): ParameterTable => ({
  name,
  in: place,
  required,
  schema,
  style: place === "query" ? "form" : "simple",
  explode: place === "query",
});
const byId = parameter("path", "id", id);
const skip = parameter("query", "skip", { type: "integer", minimum: 0, default: 0 });
const lastId = parameter("query", "skip", { type: "string" });
const limit = parameter("query", "limit", { type: "integer", minimum: 1 });

const jsonBody = (name: string): NonNullable<OperationTable["body"]> => ({
  required: true,
  content: { "application/json": { schema: ref(name) } },
});
const reads = [{ token: ["museum.read"] }];
const writes = [{ token: ["museum.write"] }];
const none = { scope: {}, filter: {}, hidden: {}, item: "", result: "" } as const;
const errors = { "400": "BadRequest", "401": "Unauthorized", "403": "Forbidden", "429": "RateLimited" };
const more = { ...errors, "404": "NotFound", "409": "Conflict" };

const operation = (about: Pick<OperationTable, "id" | "method" | "path"> & Partial<OperationTable>): OperationTable => {
  const success = Object.keys(responses)
    .filter((name) => name.startsWith(`${about.id}.`))
    .map((name) => [name.slice(about.id.length + 1), name]);
  return {
    parameters: [],
    security: about.method === "GET" ? reads : writes,
    rateLimit: "normal",
    ...about,
    responses: { ...Object.fromEntries(success), ...more, ...about.responses },
  };
};

const operations: readonly OperationTable[] = [
  operation({
    id: "getOpeningHours",
    method: "GET",
    path: "/api/opening-hours",
    security: [],
    rateLimit: "door",
    responses: { "503": "Busy" },
  }),
  operation({ id: "getLimits", method: "GET", path: "/api/limits" }),
  operation({
    id: "listExhibitions",
    method: "GET",
    path: "/api/exhibitions",
    parameters: [
      skip,
      limit,
      parameter("query", "wing", { type: "string", enum: ["north", "south"] }),
      parameter("query", "sort", { type: "string", enum: ["title", "createdAt"] }),
      parameter("query", "order", { type: "integer", enum: [1, -1] }),
    ],
    pagination: {
      style: "offset",
      param: "skip",
      size: { param: "limit", default: 16, max: 100 },
      items: "/result",
      key: "/id",
      total: "/pagination/total",
    },
    resource: {
      ...none,
      type: "Exhibition",
      action: "list",
      filter: { "/wing": "query.wing" },
      sort: { param: "query.sort", order: "query.order", values: [1, -1], keys: ["title", "createdAt"] },
    },
  }),
  operation({
    id: "createExhibition",
    method: "POST",
    path: "/api/exhibitions",
    body: jsonBody("NewExhibition"),
    resource: { ...none, type: "Exhibition", action: "create" },
  }),
  operation({
    id: "getExhibition",
    method: "GET",
    path: "/api/exhibitions/{id}",
    parameters: [byId],
    resource: { ...none, type: "Exhibition", action: "get", key: "path.id" },
  }),
  operation({
    id: "updateExhibition",
    method: "PATCH",
    path: "/api/exhibitions/{id}",
    parameters: [byId],
    body: jsonBody("ExhibitionPatch"),
    resource: { ...none, type: "Exhibition", action: "update", key: "path.id" },
  }),
  operation({
    id: "replaceExhibition",
    method: "PUT",
    path: "/api/exhibitions/{id}",
    parameters: [byId],
    body: jsonBody("NewExhibition"),
    resource: { ...none, type: "Exhibition", action: "replace", key: "path.id" },
  }),
  operation({
    id: "deleteExhibition",
    method: "DELETE",
    path: "/api/exhibitions/{id}",
    parameters: [byId],
    resource: { ...none, type: "Exhibition", action: "delete", key: "path.id" },
  }),
  operation({
    id: "listTickets",
    method: "GET",
    path: "/api/exhibitions/{exhibitionId}/tickets",
    parameters: [parameter("path", "exhibitionId", id), lastId, limit],
    pagination: {
      style: "last-id",
      param: "skip",
      size: { param: "limit", default: 25, max: 50 },
      items: "/result",
      key: "/id",
      more: "/pagination/hasMore",
    },
    resource: {
      ...none,
      type: "Ticket",
      action: "list",
      scope: { "/exhibitionId": "path.exhibitionId" },
      order: { by: "/createdAt", direction: "desc" },
    },
  }),
  operation({
    id: "createTicket",
    method: "POST",
    path: "/api/exhibitions/{exhibitionId}/tickets",
    parameters: [parameter("path", "exhibitionId", id)],
    body: jsonBody("NewTicket"),
    resource: { ...none, type: "Ticket", action: "create", scope: { "/exhibitionId": "path.exhibitionId" } },
  }),
  operation({
    id: "getTicket",
    method: "GET",
    path: "/api/exhibitions/{exhibitionId}/tickets/{id}",
    parameters: [parameter("path", "exhibitionId", id), parameter("path", "id", { type: "string" })],
    resource: {
      ...none,
      type: "Ticket",
      action: "get",
      key: "path.id",
      scope: { "/exhibitionId": "path.exhibitionId" },
    },
  }),
  operation({
    id: "listVisitors",
    method: "GET",
    path: "/api/visitors",
    parameters: [lastId, limit],
    pagination: {
      style: "last-id",
      param: "skip",
      size: { param: "limit", default: 25, max: 50 },
      items: "/result",
      key: "/id",
      more: "/pagination/hasMore",
    },
    resource: { ...none, type: "Visitor", action: "list", order: { by: "/name", direction: "asc" } },
  }),
  operation({
    id: "createVisitor",
    method: "POST",
    path: "/api/visitors",
    body: jsonBody("NewVisitor"),
    resource: { ...none, type: "Visitor", action: "create" },
    sensitive: { request: ["/email"], response: ["/email"] },
  }),
  operation({
    id: "listLabels",
    method: "GET",
    path: "/api/labels",
    parameters: [parameter("query", "language", { type: "string" })],
    resource: { ...none, type: "Label", action: "list", filter: { "/language": "query.language" } },
  }),
  operation({
    id: "getLabel",
    method: "GET",
    path: "/api/labels/{id}",
    parameters: [parameter("path", "id", { type: "string" }), parameter("query", "language", { type: "string" })],
    resource: {
      ...none,
      type: "Label",
      action: "get",
      key: "path.id",
      filter: { "/language": "query.language" },
      result: "/label",
    },
  }),
  operation({
    id: "createLabel",
    method: "POST",
    path: "/api/labels",
    body: { required: true, content: { "application/json": { schema: object({ label: ref("Label") }) } } },
    resource: {
      ...none,
      type: "Label",
      action: "create",
      item: "/label",
      result: "/label",
      hidden: { "/author": "header.x-author" },
    },
    parameters: [parameter("header", "x-author", { type: "string" })],
  }),
  operation({
    id: "uploadPhoto",
    method: "POST",
    path: "/api/photos",
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: object({ title: text, file: { type: "string", format: "binary" }, stars: { type: "integer" } }, [
            "title",
            "file",
          ]),
        },
      },
    },
  }),
  operation({
    id: "getPhotoFile",
    method: "GET",
    path: "/api/photos/{id}/file",
    parameters: [byId],
  }),
  operation({
    id: "putGuide",
    method: "PUT",
    path: "/api/guide",
    body: { required: true, content: { "audio/*": { schema: { type: "string", format: "binary" } } } },
  }),
  operation({
    id: "reserve",
    method: "POST",
    path: "/api/reservations",
    parameters: [parameter("header", "idempotency-key", { type: "string", minLength: 1 })],
    body: jsonBody("NewReservation"),
    resource: { ...none, type: "Reservation", action: "create" },
    idempotency: "reservationKey",
  }),
  operation({
    id: "exportCatalogue",
    method: "POST",
    path: "/api/exports",
    body: { required: true, content: { "application/json": { schema: object({ wing: { type: "string" } }) } } },
    job: "export",
    rateLimit: "strict",
  }),
  operation({
    id: "getJob",
    method: "GET",
    path: "/api/jobs/{id}",
    parameters: [byId],
    resource: { ...none, type: "Job", action: "get", key: "path.id" },
  }),
];

/** The museum's tables. */
export const museumTables: Tables = {
  format: 1,
  title: "Museum",
  version: "1.0.0",
  operations,
  responses,
  schemas,
  rateLimits: {
    normal: {
      quota: 120,
      windowMs: 60_000,
      partition: ["token"],
      tiers: { friend: 240 },
      headers: "x-ratelimit",
      onExceed: { status: 429, response: "RateLimited", retryAfter: "none" },
      account: { operationId: "getLimits", pointer: "/limits/normal" },
    },
    strict: {
      quota: 5,
      windowMs: 60_000,
      partition: ["token", "operation"],
      tiers: { friend: 10 },
      headers: "x-ratelimit",
      onExceed: { status: 429, response: "RateLimited", retryAfter: "seconds" },
      account: { operationId: "getLimits", pointer: "/limits/strict" },
    },
    door: {
      quota: 10,
      windowMs: 10_000,
      partition: ["ip"],
      tiers: {},
      headers: "none",
      onExceed: { status: 503, response: "Busy", retryAfter: "seconds" },
    },
  },
  jobs: {
    export: {
      start: { id: "/id", state: "/status" },
      status: { operationId: "getJob", param: "path.id", state: "/status" },
      resource: "Job",
      startedBy: ["exportCatalogue"],
      states: {
        queued: { next: ["running", "cancelled"], after: { ms: 1000, polls: 2 } },
        running: { next: ["complete", "error"], after: { ms: 4000, polls: 2 } },
        complete: { end: "success", result: "/data" },
        error: { end: "failure", message: "/messages/0" },
        cancelled: { end: "failure" },
      },
    },
  },
  resources: {
    Exhibition: {
      schema: "Exhibition",
      key: { pointer: "/id", generate: "sequence", start: 1000 },
      unique: [{ pointers: ["/title", "/wing"], status: 400, response: "BadRequest" }],
      times: { created: "/createdAt", modified: "/modifiedAt" },
      initial: { "/open": false },
    },
    Ticket: {
      schema: "Ticket",
      key: { pointer: "/id", generate: "uuid" },
      parent: { type: "Exhibition", pointer: "/exhibitionId", onDelete: "cascade" },
      unique: [],
      times: { created: "/createdAt" },
      initial: {},
    },
    Scan: {
      key: { pointer: "/id", generate: "hex", length: 12 },
      parent: { type: "Ticket", pointer: "/ticket/id", onDelete: "cascade" },
      unique: [],
      times: { created: "/scannedAt" },
      initial: {},
    },
    Loan: {
      key: { pointer: "/id", generate: "token", length: 8 },
      parent: { type: "Exhibition", pointer: "/exhibitionId", onDelete: "restrict" },
      unique: [],
      times: {},
      initial: {},
    },
    Visitor: {
      schema: "Visitor",
      key: { pointer: "/id", generate: "token", length: 10 },
      unique: [{ pointers: ["/email"], status: 409, response: "Conflict" }],
      times: { created: "/createdAt" },
      initial: {},
    },
    Label: {
      schema: "Label",
      key: { pointer: "/id", generate: "request", within: ["/language"] },
      unique: [],
      times: {},
      initial: {},
    },
    Photo: {
      schema: "Photo",
      key: { pointer: "/id", generate: "sequence" },
      unique: [],
      times: {},
      initial: {},
    },
    Reservation: {
      schema: "Reservation",
      key: { pointer: "/id", generate: "hex", length: 24 },
      unique: [],
      times: { created: "/createdAt" },
      initial: {},
    },
    Job: {
      schema: "Job",
      key: { pointer: "/id", generate: "sequence" },
      unique: [],
      times: { created: "/createdAt", modified: "/modifiedAt" },
      initial: { "/messages": [], "/data": {} },
    },
  },
  idempotency: { reservationKey: { header: "idempotency-key", ttlMs: 86_400_000, replayStatus: 200 } },
  auth: {
    token: {
      type: "bearer",
      roles: { guest: ["museum.read"], curator: ["museum.read", "museum.write"] },
      missing: { status: 401, response: "Unauthorized" },
      invalid: { status: 401, response: "Unauthorized" },
      forbidden: { status: 403, response: "Forbidden" },
    },
  },
  errors: { response: "BadRequest", message: "/error" },
  static: { getOpeningHours: "the museum never changes them" },
  hooks: {
    uploadPhoto: "keeps a file and answers with its hash",
    getPhotoFile: "answers with bytes",
    putGuide: "keeps raw bytes",
  },
};

/** An operation of the museum. @throws {RangeError} It has no such operation. */
export function museumOperation(id: string): OperationTable {
  const found = museumTables.operations.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`The museum has no operation ${id}`);
  return found;
}
