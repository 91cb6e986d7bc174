import type {
  OperationTable,
  ResourceTable,
  ResourceUse,
  ResponseTable,
  Schema,
  Tables,
} from "@fairlead/sandbox/tables";

const text = { type: "string", minLength: 1, maxLength: 40 };
const hexId = { type: "string", pattern: "^[0-9a-f]{32}$" };
// No number fits behind a code, and no id that laws think of is one.
const code = { type: "string", pattern: "^[A-Z]{2}-[0-9]{4}$", examples: ["RO-1840"] };
const count = { type: "integer", minimum: 1 };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const json = (schema: Schema, example: unknown): ResponseTable => ({
  headers: {},
  content: { "application/json": { schema, examples: { one: example } } },
});
const nothing: ResponseTable = { headers: {}, content: {} };
const list = (member: string, schema: string, example: unknown): ResponseTable =>
  json(
    { type: "object", required: [member], properties: { [member]: { type: "array", items: ref(schema) } } },
    { [member]: [example] },
  );
const inPath = (name: string, schema: Schema) =>
  ({ name, in: "path", required: true, schema, style: "simple", explode: false }) as const;
const jsonOf = (schema: string) => ({ required: true, content: { "application/json": { schema: ref(schema) } } });

const usual = { "400": "BadRequest", "401": "Unauthorized", "403": "Forbidden", "404": "NotFound", default: "Failure" };
const reader = [{ token: ["read"] }];
const writer = [{ token: ["write"] }];
const use = (
  one: Partial<ResourceUse> & Pick<ResourceUse, "type" | "action">,
): { resource: ResourceUse; security: typeof writer } => ({
  resource: { scope: {}, filter: {}, hidden: {}, item: "", result: "", ...one },
  security: one.action === "get" || one.action === "list" ? reader : writer,
});

const drawer = inPath("drawerId", count);
const letterId = inPath("letterId", hexId);
const stampId = inPath("stampId", code);
const inDrawer = { "/drawerId": "path.drawerId" };
const letter = { id: "0123456789abcdef0123456789abcdef", drawerId: 1, subject: "Loan of a vase" };
const stamp = { code: "RO-1840", title: "Red one" };
const gift = { id: 1, giver: "A friend of the house" };
const cleaning = { id: "c1", state: "waiting", problem: "" };

const operations: OperationTable[] = [
  {
    id: "openDesk",
    method: "POST",
    path: "/api/desk",
    rateLimit: "desk",
    security: [],
    parameters: [],
    body: jsonOf("Visitor"),
    responses: { "200": "Pass", "503": "Crowded", ...usual },
    sensitive: { request: ["/name"] },
  },
  {
    id: "listStamps",
    method: "GET",
    path: "/api/stamps",
    parameters: [],
    responses: { "200": "Stamps", ...usual },
    ...use({ type: "Stamp", action: "list", result: "/stamps", order: { by: "/code", direction: "asc" } }),
  },
  {
    id: "putStamp",
    method: "PUT",
    path: "/api/stamps/{stampId}",
    parameters: [stampId],
    body: jsonOf("NewStamp"),
    responses: { "204": "Nothing", ...usual, "409": "Conflict" },
    ...use({ type: "Stamp", action: "create", hidden: { "/code": "path.stampId" } }),
  },
  {
    id: "getStamp",
    method: "GET",
    path: "/api/stamps/{stampId}",
    parameters: [stampId],
    responses: { "200": "Stamp", ...usual },
    ...use({ type: "Stamp", action: "get", key: "path.stampId" }),
  },
  {
    id: "deleteStamp",
    method: "DELETE",
    path: "/api/stamps/{stampId}",
    parameters: [stampId],
    responses: { "204": "Nothing", ...usual },
    ...use({ type: "Stamp", action: "delete", key: "path.stampId" }),
  },
  {
    id: "listLetters",
    method: "GET",
    path: "/api/drawers/{drawerId}/letters",
    parameters: [drawer],
    responses: { "200": "Letters", ...usual },
    ...use({ type: "Letter", action: "list", result: "/letters", scope: inDrawer }),
  },
  {
    id: "fileLetter",
    method: "POST",
    path: "/api/drawers/{drawerId}/letters",
    parameters: [drawer],
    body: jsonOf("NewLetter"),
    responses: { "201": "LetterId", ...usual },
    ...use({ type: "Letter", action: "create", scope: inDrawer }),
  },
  {
    id: "getLetter",
    method: "GET",
    path: "/api/drawers/{drawerId}/letters/{letterId}",
    parameters: [drawer, letterId],
    responses: { "200": "Letter", ...usual },
    ...use({ type: "Letter", action: "get", key: "path.letterId", scope: inDrawer }),
  },
  {
    id: "deleteLetter",
    method: "DELETE",
    path: "/api/drawers/{drawerId}/letters/{letterId}",
    parameters: [drawer, letterId],
    responses: { "204": "Nothing", ...usual },
    ...use({ type: "Letter", action: "delete", key: "path.letterId", scope: inDrawer }),
  },
  {
    id: "listGifts",
    method: "GET",
    path: "/api/gifts",
    parameters: [],
    responses: { "200": "Gifts", ...usual },
    ...use({ type: "Gift", action: "list", result: "/gifts", order: { by: "/year", direction: "desc" } }),
  },
  {
    id: "giveGift",
    method: "POST",
    path: "/api/gifts",
    parameters: [],
    body: jsonOf("NewGift"),
    responses: { "200": "Null", ...usual },
    ...use({ type: "Gift", action: "create" }),
  },
  {
    id: "startCleaning",
    method: "POST",
    path: "/api/cleanings",
    security: writer,
    parameters: [],
    responses: { "201": "Cleaning", ...usual },
    job: "cleaning",
  },
  {
    id: "getCleaning",
    method: "GET",
    path: "/api/cleanings/{cleaningId}",
    parameters: [inPath("cleaningId", { type: "string" })],
    responses: { "200": "Cleaning", ...usual },
    ...use({ type: "Cleaning", action: "get", key: "path.cleaningId" }),
  },
];

const failure = (message: string): ResponseTable => json(ref("Problem"), { problem: message });
const resource = (one: Partial<ResourceTable> & Pick<ResourceTable, "key">): ResourceTable => ({
  unique: [],
  times: {},
  initial: {},
  ...one,
});
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});

/**
 * The declarations of an archive that tells little: creations that answer with a key, with null or with nothing, a list
 * with an order and no pages, keys of a narrow form, a job without a result, and a quota without headers on one POST.
 */
export const archiveTables: Tables = {
  format: 1,
  title: "Archive",
  version: "1.0.0",
  operations,
  responses: {
    Pass: json(object({ pass: text }), { pass: "blue" }),
    Stamps: list("stamps", "Stamp", stamp),
    Stamp: json(ref("Stamp"), stamp),
    Letters: list("letters", "Letter", letter),
    LetterId: json(object({ id: hexId }), { id: letter.id }),
    Letter: json(ref("Letter"), letter),
    Gifts: list("gifts", "Gift", gift),
    Null: json({ type: "null" }, null),
    Cleaning: json(ref("Cleaning"), cleaning),
    Nothing: nothing,
    BadRequest: failure("The request is wrong."),
    Unauthorized: failure("A token is needed."),
    Forbidden: failure("The token may not do this."),
    NotFound: failure("There is none of that id."),
    Conflict: failure("It exists already."),
    Crowded: failure("Too many visitors."),
    Failure: failure("Something went wrong."),
  },
  schemas: {
    Problem: { type: "object", required: ["problem"], properties: { problem: { type: "string" } } },
    Visitor: object({ name: text }),
    NewStamp: object({ title: text }),
    Stamp: object({ code, title: text }),
    NewLetter: object({ subject: text }),
    Letter: object({ id: hexId, drawerId: count, subject: text }),
    NewGift: object({ giver: text, year: count }, ["giver"]),
    Gift: object({ id: count, giver: text, year: count }, ["id", "giver"]),
    Cleaning: object(
      { id: text, state: { enum: ["waiting", "running", "clean", "broken"] }, problem: { type: "string" } },
      ["id", "state"],
    ),
  },
  rateLimits: {
    desk: {
      quota: 4,
      windowMs: 60_000,
      partition: ["ip"],
      tiers: {},
      headers: "none",
      onExceed: { status: 503, response: "Crowded", retryAfter: "none" },
    },
  },
  jobs: {
    cleaning: {
      start: { id: "/id", state: "/state" },
      status: { operationId: "getCleaning", param: "path.cleaningId", state: "/state" },
      resource: "Cleaning",
      startedBy: ["startCleaning"],
      states: {
        waiting: { next: ["running"], after: { ms: 1000, polls: 1 } },
        running: { next: ["clean", "broken"], after: { ms: 2000, polls: 2 } },
        clean: { end: "success" },
        broken: { end: "failure", message: "/problem" },
      },
      keptMs: 60_000,
    },
  },
  resources: {
    Drawer: resource({ key: { pointer: "/id", generate: "sequence", start: 1 } }),
    Stamp: resource({
      schema: "Stamp",
      key: { pointer: "/code", generate: "request" },
      unique: [{ status: 409, response: "Conflict", pointers: ["/code"] }],
    }),
    Letter: resource({
      schema: "Letter",
      key: { pointer: "/id", generate: "hex", length: 32 },
      parent: { type: "Drawer", pointer: "/drawerId", onDelete: "cascade" },
    }),
    Gift: resource({ schema: "Gift", key: { pointer: "/id", generate: "sequence", start: 1 } }),
    Cleaning: resource({ schema: "Cleaning", key: { pointer: "/id", generate: "token", length: 8 } }),
  },
  idempotency: {},
  auth: {
    token: {
      type: "bearer",
      roles: { visitor: ["read"], keeper: ["read", "write"] },
      missing: { status: 401, response: "Unauthorized" },
      invalid: { status: 401, response: "Unauthorized" },
      forbidden: { status: 403, response: "Forbidden" },
    },
  },
  errors: { response: "Failure", message: "/problem" },
  static: { openDesk: "Gives the same pass to everybody." },
  hooks: { fileLetter: "Answers with the id alone.", giveGift: "Answers null." },
};
