import type {
  OperationTable,
  ResourceTable,
  ResourceUse,
  ResponseTable,
  Schema,
  Tables,
} from "@fairlead/sandbox/tables";

const text = { type: "string", minLength: 1, maxLength: 40 };
const ms = { type: "integer", minimum: 0 };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Schema, example: unknown): ResponseTable => ({
  headers: {},
  content: { "application/json": { schema, examples: { one: example } } },
});
const object = (properties: Readonly<Record<string, Schema>>, required = Object.keys(properties)): Schema => ({
  type: "object",
  required,
  properties,
});
const failure = (problem: string): ResponseTable => json(ref("Problem"), { problem });

const inQuery = (name: string, schema: Schema) =>
  ({ name, in: "query", required: false, schema, style: "form", explode: true }) as const;
const inPath = (name: string) =>
  ({ name, in: "path", required: true, schema: text, style: "simple", explode: false }) as const;
const ship = inQuery("ship", text);
const usual = { "400": "BadRequest", "401": "Unauthorized", "403": "Forbidden", "404": "NotFound", default: "Failure" };
const security = [{ token: [] }];
const use = (one: Partial<ResourceUse> & Pick<ResourceUse, "action">): { resource: ResourceUse } => ({
  resource: { type: "Entry", scope: {}, filter: {}, hidden: {}, item: "", result: "", ...one },
});

const entry = { id: "ent_Xk4mQ9rT", ship: "gull", title: "Fog", writtenAt: 1_767_225_600_000 };
const page = {
  entries: [{ uid: entry.id, title: entry.title, writtenAt: entry.writtenAt }],
  page: { next: null, count: 1 },
};

const operations: OperationTable[] = [
  {
    id: "listEntries",
    method: "GET",
    path: "/v3/entries",
    security,
    parameters: [
      ship,
      inQuery("until", ms),
      inQuery("since", ms),
      inQuery("limit", { type: "integer", minimum: 1, maximum: 50 }),
      inQuery("titles", { type: "array", items: text }),
    ],
    responses: { "200": "Entries", ...usual },
    pagination: {
      style: "until",
      param: "until",
      back: "since",
      size: { param: "limit", default: 10, max: 50 },
      items: "/entries",
      key: "/uid",
      at: "/writtenAt",
      next: "/page/next",
      count: "/page/count",
    },
    ...use({ action: "list", result: "/entries", order: { by: "/writtenAt", direction: "desc" } }),
  },
  {
    id: "writeEntry",
    method: "POST",
    path: "/v1/entries",
    security,
    parameters: [ship],
    body: { required: true, content: { "application/json": { schema: ref("NewEntry") } } },
    responses: { "201": "Entry", ...usual, "409": "Conflict" },
    ...use({ action: "create", hidden: { "/ship": "query.ship" } }),
  },
  {
    id: "getEntry",
    method: "GET",
    path: "/v2/entries/{idOrTitle}",
    security,
    parameters: [inPath("idOrTitle"), ship],
    responses: { "200": "Entry", ...usual },
    ...use({ action: "get", key: "path.idOrTitle" }),
  },
  {
    id: "tearEntryOut",
    method: "DELETE",
    path: "/v1/entries/{id}",
    security,
    parameters: [inPath("id"), ship],
    responses: { "204": "Nothing", ...usual },
    ...use({ action: "delete", key: "path.id" }),
  },
  {
    // No behaviour says which entry it is about.
    id: "getWeather",
    method: "GET",
    path: "/v2/entries/{entry}/weather",
    security,
    parameters: [inPath("entry"), ship],
    responses: { "200": "Weather", ...usual },
  },
];

const entries: ResourceTable = {
  schema: "Entry",
  key: { pointer: "/id", generate: "token", length: 8, prefix: "ent_" },
  unique: [{ status: 409, response: "Conflict", pointers: ["/ship", "/title"] }],
  times: { created: "/writtenAt", format: "ms" },
  initial: {},
};

/** Ships that write into one logbook: lists are cut by time, keys have a prefix, and versions don't matter. */
export const logbookTables: Tables = {
  format: 1,
  title: "Logbook",
  version: "1.0.0",
  operations,
  responses: {
    Entries: json(ref("EntryPage"), page),
    Entry: json(ref("Entry"), entry),
    Weather: json(object({ wind: text }), { wind: "north" }),
    Nothing: { headers: {}, content: {} },
    BadRequest: failure("The request is wrong."),
    Unauthorized: failure("A token is needed."),
    Forbidden: failure("The token may not do this."),
    NotFound: failure("There is none of that id."),
    Conflict: failure("It exists already."),
    Failure: failure("Something went wrong."),
  },
  schemas: {
    Problem: object({ problem: { type: "string" } }),
    NewEntry: object({ title: text, wind: text }, ["title"]),
    Entry: object({ id: { type: "string" }, ship: text, title: text, wind: text, writtenAt: ms }, ["id", "title"]),
    EntryPage: object({
      entries: { type: "array", items: object({ uid: { type: "string" }, title: text, writtenAt: ms }) },
      page: object({ next: { type: ["integer", "null"] }, count: ms }),
    }),
  },
  rateLimits: {},
  jobs: {},
  resources: { Entry: entries },
  idempotency: {},
  auth: {
    token: {
      type: "bearer",
      roles: {},
      missing: { status: 403, response: "Forbidden" },
      invalid: { status: 403, response: "Forbidden" },
      forbidden: { status: 403, response: "Forbidden" },
    },
  },
  errors: { response: "Failure", message: "/problem" },
  anyVersion: true,
  static: {},
  hooks: {
    listEntries: "Shows the entries of one ship, under another name of their key.",
    writeEntry: "Needs a ship.",
    getEntry: "Knows an entry by its title, and none of another ship.",
    tearEntryOut: "Knows no entry of another ship.",
    getWeather: "Knows no entry of another ship.",
  },
};
