import type { SandboxApi, Tables } from "@fairlead/sandbox";

const exhibit = {
  type: "object",
  required: ["title"],
  properties: { id: { type: "integer" }, title: { type: "string" } },
};
const use = { type: "Exhibit", scope: {}, filter: {}, hidden: {}, item: "", result: "" } as const;
const id = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "integer" },
  style: "simple",
  explode: false,
} as const;
const common = { security: [{ token: [] }], rateLimit: "calm" } as const;
const json = (schema: object, example: unknown): Tables["responses"][string] => ({
  headers: {},
  content: { "application/json": { schema: schema as never, examples: { first: example } } },
});

/** The museum of the fixture, with memory and a quota of two requests in an hour. */
const api: SandboxApi = {
  tables: {
    format: 1,
    title: "Museum",
    version: "1.0.0",
    operations: [
      {
        ...common,
        id: "createExhibit",
        method: "POST",
        path: "/exhibits",
        parameters: [],
        body: { required: true, content: { "application/json": { schema: exhibit } } },
        responses: { "201": "Exhibit", default: "Problem" },
        resource: { ...use, action: "create" },
      },
      {
        ...common,
        id: "getExhibit",
        method: "GET",
        path: "/exhibits/{id}",
        parameters: [id],
        responses: { "200": "Exhibit", default: "Problem" },
        resource: { ...use, action: "get", key: "path.id" },
      },
    ],
    responses: { Exhibit: json(exhibit, { title: "Amber" }), Problem: json({ type: "object" }, { error: "wrong" }) },
    schemas: { Exhibit: exhibit },
    rateLimits: {
      calm: {
        quota: 2,
        windowMs: 3_600_000,
        partition: ["token"],
        tiers: {},
        headers: "none",
        onExceed: { status: 429, response: "Problem", retryAfter: "none" },
      },
    },
    jobs: {},
    resources: {
      Exhibit: {
        schema: "Exhibit",
        key: { pointer: "/id", generate: "sequence", start: 1 },
        unique: [],
        times: {},
        initial: {},
      },
    },
    idempotency: {},
    auth: {
      token: {
        type: "bearer",
        roles: {},
        missing: { status: 401, response: "Problem" },
        invalid: { status: 401, response: "Problem" },
        forbidden: { status: 403, response: "Problem" },
      },
    },
    errors: { response: "Problem", message: "/error" },
    static: {},
  },
  seed: { Exhibit: [{ id: 3, title: "Amber" }] },
  hooks: {},
};

export default api;
