import type { SandboxApi } from "../src/api.ts";
import type { Call } from "../src/engine/call.ts";
import { Refusal } from "../src/engine/refusal.ts";
import type { StoredFile } from "../src/files/stored-file.ts";
import { zip } from "../src/files/zip.ts";
import type { OperationTable, ResponseTable, Schema } from "../src/tables/tables.ts";

const json = (schema: Schema, example: unknown): ResponseTable => ({
  headers: {},
  content: { "application/json": { schema, examples: { one: example } } },
});
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const id = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "integer" },
  style: "simple",
  explode: false,
} as const;
const errors = {
  "400": "Problem",
  "401": "Problem",
  "403": "Problem",
  "404": "Problem",
  "415": "Problem",
  "413": "Problem",
};

const operation = (
  table: Partial<OperationTable> & Pick<OperationTable, "id" | "method" | "path">,
): OperationTable => ({
  parameters: [],
  responses: { "200": "One", ...errors },
  security: [{ pass: ["look"] }],
  ...table,
});

/** An invented API with exhibits, a job that restores one, photographs as files, and two quotas. */
export const museum: SandboxApi = {
  tables: {
    format: 1,
    title: "Museum",
    version: "1.0.0",
    operations: [
      operation({
        id: "listExhibits",
        method: "GET",
        path: "/exhibits",
        responses: { "200": "Many", "429": "Busy", ...errors },
        resource: { type: "Exhibit", action: "list", scope: {}, filter: {}, hidden: {}, item: "", result: "/items" },
        rateLimit: "calm",
      }),
      operation({
        id: "createExhibit",
        method: "POST",
        path: "/exhibits",
        body: { required: true, content: { "application/json": { schema: ref("NewExhibit") } } },
        responses: { "201": "One", ...errors },
        security: [{ pass: ["change"] }],
        resource: { type: "Exhibit", action: "create", scope: {}, filter: {}, hidden: {}, item: "", result: "" },
      }),
      operation({
        id: "getExhibit",
        method: "GET",
        path: "/exhibits/{id}",
        parameters: [id],
        resource: {
          type: "Exhibit",
          action: "get",
          key: "path.id",
          scope: {},
          filter: {},
          hidden: {},
          item: "",
          result: "",
        },
      }),
      operation({
        id: "photographExhibit",
        method: "PUT",
        path: "/exhibits/{id}/photograph",
        parameters: [id],
        body: { required: true, content: { "image/png": { schema: true } } },
        responses: { "200": "Link", ...errors },
      }),
      operation({
        id: "restoreExhibit",
        method: "POST",
        path: "/exhibits/{id}/restorations",
        parameters: [id],
        responses: { "201": "Work", "429": "Busy", ...errors },
        job: "restoration",
        rateLimit: "strict",
      }),
      operation({
        id: "getRestoration",
        method: "GET",
        path: "/restorations/{id}",
        parameters: [id],
        responses: { "200": "Work", ...errors },
        resource: {
          type: "Restoration",
          action: "get",
          key: "path.id",
          scope: {},
          filter: {},
          hidden: {},
          item: "",
          result: "",
        },
      }),
    ],
    responses: {
      One: json(ref("Exhibit"), { id: 1, title: "Amber" }),
      Many: json({ type: "object", properties: { items: { type: "array", items: ref("Exhibit") } } }, { items: [] }),
      Link: json({ type: "object", properties: { url: { type: "string" } } }, { url: "http://museum.example/1.png" }),
      Work: json(ref("Restoration"), { id: 1, state: "running" }),
      Problem: json(ref("Problem"), { error: "It went wrong" }),
      Busy: json(ref("Problem"), { error: "Too many requests" }),
    },
    schemas: {
      NewExhibit: { type: "object", required: ["title"], properties: { title: { type: "string", minLength: 1 } } },
      Exhibit: {
        type: "object",
        required: ["id", "title"],
        properties: { id: { type: "integer" }, title: { type: "string" } },
      },
      Restoration: {
        type: "object",
        required: ["id", "state"],
        properties: {
          id: { type: "integer" },
          state: { enum: ["running", "complete", "error"] },
          message: { type: "string" },
          url: { type: "string" },
        },
      },
      Problem: { type: "object", properties: { error: { type: "string" } } },
    },
    rateLimits: {
      calm: quota(60),
      strict: quota(2),
    },
    jobs: {
      restoration: {
        start: { id: "/id", state: "/state" },
        status: { operationId: "getRestoration", param: "path.id", state: "/state" },
        resource: "Restoration",
        startedBy: ["restoreExhibit"],
        states: {
          running: { next: ["complete", "error"], after: { ms: 4000 } },
          complete: { end: "success", result: "/url" },
          error: { end: "failure", message: "/message" },
        },
      },
    },
    resources: {
      Exhibit: {
        schema: "Exhibit",
        key: { pointer: "/id", generate: "sequence", start: 1 },
        unique: [],
        times: {},
        initial: {},
      },
      Restoration: {
        schema: "Restoration",
        key: { pointer: "/id", generate: "sequence", start: 100 },
        unique: [],
        times: {},
        initial: {},
      },
    },
    idempotency: {},
    auth: {
      pass: {
        type: "bearer",
        roles: { visitor: ["look"], curator: ["look", "change"] },
        missing: { status: 401, response: "Problem" },
        invalid: { status: 401, response: "Problem" },
        forbidden: { status: 403, response: "Problem" },
      },
    },
    errors: { response: "Problem", message: "/error" },
    static: {},
  },
  seed: async ({ files }) => {
    const { sha256 } = await files.put("the first photograph", { name: "1.png", type: "image/png" });
    return {
      Exhibit: [
        { id: 1, title: "Amber", photograph: sha256 },
        { id: 2, title: "Jet" },
      ],
    };
  },
  hooks: {
    operations: {
      photographExhibit: (call: Call<{ parameters: { path: { id: number } } }>) => {
        const photograph = call.body as unknown as StoredFile;
        if (photograph.size === 13) throw new Error("thirteen bytes are a bug of this hook");
        if (photograph.size === 0) throw new Refusal(400, "The photograph is empty");
        return call.reply({ url: call.files.downloadUrl(photograph, { name: `${call.path.id}.png` }) });
      },
    },
    jobs: {
      restoreExhibit: {
        start: () => ({}),
        finish: async (_job, { files }) => ({
          url: files.downloadUrl(await files.put(zip({ "report.txt": "as new" }), { type: "application/zip" }), {
            name: "report.zip",
          }),
        }),
      },
    },
  },
};

function quota(limit: number): SandboxApi["tables"]["rateLimits"][string] {
  return {
    quota: limit,
    windowMs: 60_000,
    partition: ["token"],
    tiers: { patron: limit * 2 },
    headers: "x-ratelimit",
    onExceed: { status: 429, response: "Busy", retryAfter: "none" },
  };
}
