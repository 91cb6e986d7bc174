import type { OperationTable, ResponseTable, Schema, Tables } from "@fairlead/sandbox/tables";

const integer = { type: "integer", minimum: 1 };
const time = { type: "string", format: "date-time" };
const title = { type: "string", minLength: 1, maxLength: 80 };
const room = { type: "string", enum: ["north", "south"] };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** The quota headers that every answer of the museum has. */
const quotaHeaders: ResponseTable["headers"] = Object.fromEntries(
  ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"].map((name) => [
    name,
    { required: true, schema: { type: "integer", minimum: 0 } },
  ]),
);

const json = (schema: Schema, example: unknown): ResponseTable => ({
  headers: quotaHeaders,
  content: { "application/json": { schema, examples: { one: example } } },
});
const error = (text: string): ResponseTable => json(ref("Error"), { error: text });

const exhibit = {
  id: 7,
  wingId: 1,
  title: "Amber",
  year: 1450,
  room: "north",
  createdAt: "2026-01-01T00:00:00.000Z",
  modifiedAt: "2026-01-01T00:00:00.000Z",
};
const visit = { id: "v1", exhibitId: 7, name: "school class", createdAt: "2026-01-01T00:00:00.000Z" };
const print = { id: "p1", status: "queued", messages: [], createdAt: "2026-01-01T00:00:00.000Z" };

const wing = { name: "wingId", in: "path", required: true, schema: integer, style: "simple", explode: false } as const;
const exhibitId = { ...wing, name: "exhibitId" } as const;
const query = (name: string, schema: Schema) =>
  ({ name, in: "query", required: false, schema, style: "form", explode: true }) as const;
const own = "/api/wings/{wingId}/exhibits/{exhibitId}";
const usual = {
  "400": "BadRequest",
  "401": "Unauthorized",
  "403": "Forbidden",
  "404": "NotFound",
  "429": "RateLimited",
};
const reader = [{ token: ["read"] }];
const writer = [{ token: ["write"] }];
const scope = { "/wingId": "path.wingId" };

const operations: OperationTable[] = [
  {
    id: "listExhibits",
    method: "GET",
    path: "/api/wings/{wingId}/exhibits",
    security: reader,
    rateLimit: "normal",
    parameters: [
      wing,
      query("skip", { type: "integer", minimum: 0 }),
      query("limit", { type: "integer", minimum: 1, maximum: 50 }),
      query("sort", { type: "string" }),
      query("order", { type: "string", enum: ["up", "down"] }),
      query("room", room),
    ],
    responses: { "200": "ExhibitPage", ...usual },
    pagination: {
      style: "offset",
      param: "skip",
      size: { param: "limit", default: 10, max: 50 },
      items: "/items",
      key: "/id",
      total: "/total",
    },
    resource: {
      type: "Exhibit",
      action: "list",
      scope,
      filter: { "/room": "query.room" },
      hidden: {},
      item: "",
      result: "/items",
      sort: { param: "query.sort", order: "query.order", values: ["up", "down"], keys: ["title", "year"] },
    },
  },
  {
    id: "createExhibit",
    method: "POST",
    path: "/api/wings/{wingId}/exhibits",
    security: writer,
    rateLimit: "normal",
    parameters: [wing],
    body: { required: true, content: { "application/json": { schema: ref("NewExhibit") } } },
    responses: { "201": "Exhibit", ...usual, "409": "Conflict" },
    resource: { type: "Exhibit", action: "create", scope, filter: {}, hidden: {}, item: "", result: "" },
  },
  {
    id: "getExhibit",
    method: "GET",
    path: own,
    security: reader,
    rateLimit: "normal",
    parameters: [wing, exhibitId],
    responses: { "200": "Exhibit", ...usual },
    resource: {
      type: "Exhibit",
      action: "get",
      key: "path.exhibitId",
      scope,
      filter: {},
      hidden: {},
      item: "",
      result: "",
    },
  },
  {
    id: "updateExhibit",
    method: "PATCH",
    path: own,
    security: writer,
    rateLimit: "normal",
    parameters: [wing, exhibitId],
    body: { required: true, content: { "application/json": { schema: ref("ExhibitPatch") } } },
    responses: { "200": "Exhibit", ...usual, "409": "Conflict" },
    resource: {
      type: "Exhibit",
      action: "update",
      key: "path.exhibitId",
      scope,
      filter: {},
      hidden: {},
      item: "",
      result: "",
    },
  },
  {
    id: "deleteExhibit",
    method: "DELETE",
    path: own,
    security: writer,
    rateLimit: "normal",
    parameters: [wing, exhibitId],
    responses: { "204": "Nothing", ...usual },
    resource: {
      type: "Exhibit",
      action: "delete",
      key: "path.exhibitId",
      scope,
      filter: {},
      hidden: {},
      item: "",
      result: "",
    },
  },
  {
    id: "listVisits",
    method: "GET",
    path: "/api/exhibits/{exhibitId}/visits",
    security: reader,
    rateLimit: "normal",
    parameters: [
      exhibitId,
      query("after", { type: "string" }),
      query("size", { type: "integer", minimum: 1, maximum: 40 }),
    ],
    responses: { "200": "VisitPage", ...usual },
    pagination: {
      style: "last-id",
      param: "after",
      size: { param: "size", default: 20, max: 40 },
      items: "/items",
      key: "/id",
      more: "/more",
    },
    resource: {
      type: "Visit",
      action: "list",
      scope: { "/exhibitId": "path.exhibitId" },
      filter: {},
      hidden: {},
      item: "",
      result: "/items",
      order: { by: "/createdAt", direction: "desc" },
    },
  },
  {
    id: "createVisit",
    method: "POST",
    path: "/api/visits",
    security: writer,
    rateLimit: "normal",
    idempotency: "visitKey",
    parameters: [
      {
        name: "Visit-Key",
        in: "header",
        required: false,
        schema: { type: "string", minLength: 1 },
        style: "simple",
        explode: false,
      },
    ],
    body: { required: true, content: { "multipart/form-data": { schema: ref("NewVisit") } } },
    responses: { "200": "Visit", "201": "Visit", ...usual, "409": "Conflict" },
    resource: { type: "Visit", action: "create", scope: {}, filter: {}, hidden: {}, item: "", result: "" },
    sensitive: { request: ["/secret"] },
  },
  {
    id: "printCatalogue",
    method: "POST",
    path: "/api/wings/{wingId}/catalogue",
    security: writer,
    rateLimit: "strict",
    parameters: [wing],
    responses: { "201": "Print", ...usual },
    job: "print",
  },
  {
    id: "getPrint",
    method: "GET",
    path: "/api/prints/{id}",
    security: reader,
    rateLimit: "normal",
    parameters: [{ ...wing, name: "id", schema: { type: "string" } }],
    responses: { "200": "Print", ...usual },
    sensitive: { response: ["/file"] },
    resource: { type: "Print", action: "get", key: "path.id", scope: {}, filter: {}, hidden: {}, item: "", result: "" },
  },
  {
    id: "getQuota",
    method: "GET",
    path: "/api/quota",
    security: reader,
    rateLimit: "normal",
    parameters: [],
    responses: { "200": "Quota", ...usual },
  },
];

const limit = {
  windowMs: 60_000,
  partition: ["token"],
  tiers: {},
  headers: "x-ratelimit",
  onExceed: { status: 429, response: "RateLimited", retryAfter: "seconds" },
} as const;

/** The declarations of a museum: an API with one of everything that laws speak of. */
export const museumTables: Tables = {
  format: 1,
  title: "Museum",
  version: "1.0.0",
  operations,
  responses: {
    ExhibitPage: json(ref("ExhibitPage"), { items: [exhibit], total: 1 }),
    Exhibit: json(ref("Exhibit"), exhibit),
    VisitPage: json(ref("VisitPage"), { items: [visit], more: false }),
    Visit: json(ref("Visit"), visit),
    Print: json(ref("Print"), print),
    Quota: json({ type: "object", required: ["normal"], properties: { normal: { type: "integer" } } }, { normal: 1 }),
    Nothing: { headers: quotaHeaders, content: {} },
    BadRequest: error("The request is wrong."),
    Unauthorized: error("A token is needed."),
    Forbidden: error("The token may not do this."),
    NotFound: error("There is none of that id."),
    Conflict: error("It exists already."),
    RateLimited: error("Too many requests."),
  },
  schemas: {
    Error: { type: "object", required: ["error"], properties: { error: { type: "string" } } },
    NewExhibit: {
      type: "object",
      required: ["title", "year"],
      additionalProperties: false,
      properties: { title, year: { type: "integer", minimum: 0, maximum: 2100 }, room },
    },
    ExhibitPatch: {
      type: "object",
      minProperties: 1,
      additionalProperties: false,
      properties: { title, year: { type: "integer", minimum: 0, maximum: 2100 }, room },
    },
    Exhibit: {
      type: "object",
      required: ["id", "wingId", "title", "year", "createdAt", "modifiedAt"],
      properties: {
        id: integer,
        wingId: integer,
        title,
        year: { type: "integer" },
        room,
        createdAt: time,
        modifiedAt: time,
      },
    },
    ExhibitPage: {
      type: "object",
      required: ["items", "total"],
      properties: { items: { type: "array", items: ref("Exhibit") }, total: { type: "integer" } },
    },
    NewVisit: {
      type: "object",
      required: ["exhibitId", "name"],
      properties: {
        exhibitId: integer,
        name: title,
        children: { type: "boolean" },
        secret: { type: "string" },
        ticket: { type: "string", format: "binary" },
      },
    },
    Visit: {
      type: "object",
      required: ["id", "exhibitId", "name", "createdAt"],
      properties: {
        id: { type: "string" },
        exhibitId: integer,
        name: title,
        children: { type: "boolean" },
        createdAt: time,
      },
    },
    VisitPage: {
      type: "object",
      required: ["items", "more"],
      properties: { items: { type: "array", items: ref("Visit") }, more: { type: "boolean" } },
    },
    Print: {
      type: "object",
      required: ["id", "status", "messages", "createdAt"],
      properties: {
        id: { type: "string" },
        status: { type: "string", enum: ["queued", "printing", "done", "jammed"] },
        messages: { type: "array", items: { type: "string" } },
        file: { type: "string" },
        createdAt: time,
      },
    },
  },
  rateLimits: {
    normal: { ...limit, quota: 30, tiers: { patron: 50 }, account: { operationId: "getQuota", pointer: "/normal" } },
    strict: { ...limit, quota: 3 },
  },
  jobs: {
    print: {
      start: { id: "/id", state: "/status" },
      status: { operationId: "getPrint", param: "path.id", state: "/status" },
      resource: "Print",
      startedBy: ["printCatalogue"],
      states: {
        queued: { next: ["printing"], after: { ms: 1000, polls: 1 } },
        printing: { next: ["done", "jammed"], after: { ms: 2000, polls: 2 } },
        done: { end: "success", result: "/file" },
        jammed: { end: "failure", message: "/messages/0" },
      },
    },
  },
  resources: {
    Wing: { key: { pointer: "/id", generate: "sequence", start: 1 }, unique: [], times: {}, initial: {} },
    Exhibit: {
      schema: "Exhibit",
      key: { pointer: "/id", generate: "sequence", start: 7 },
      parent: { type: "Wing", pointer: "/wingId", onDelete: "cascade" },
      unique: [{ status: 409, response: "Conflict", pointers: ["/wingId", "/title"] }],
      times: { created: "/createdAt", modified: "/modifiedAt" },
      initial: {},
    },
    Visit: {
      schema: "Visit",
      key: { pointer: "/id", generate: "token", length: 8 },
      parent: { type: "Exhibit", pointer: "/exhibitId", onDelete: "cascade" },
      unique: [],
      times: { created: "/createdAt" },
      initial: {},
    },
    Print: {
      schema: "Print",
      key: { pointer: "/id", generate: "token", length: 8 },
      unique: [],
      times: { created: "/createdAt" },
      initial: {},
    },
  },
  idempotency: { visitKey: { header: "Visit-Key", ttlMs: 3_600_000, replayStatus: 200 } },
  auth: {
    token: {
      type: "bearer",
      roles: { visitor: ["read"], keeper: ["read", "write"] },
      missing: { status: 401, response: "Unauthorized" },
      invalid: { status: 401, response: "Unauthorized" },
      forbidden: { status: 403, response: "Forbidden" },
    },
  },
  errors: { response: "BadRequest", message: "/error" },
  static: {},
};
