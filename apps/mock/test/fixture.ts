import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const json = (schema: object, value: unknown): object => ({
  description: "An answer.",
  content: { "application/json": { schema, examples: { first: { value } } } },
});
const exhibit = { type: "object", required: ["title"], properties: { title: { type: "string" } } };
const visitId = { name: "id", in: "path", required: true, schema: { type: "string" }, example: "o'hara & sons" };

/** An invented API behind a bearer token; its second example breaks the schema on purpose. */
export const museum: object = {
  openapi: "3.1.0",
  info: { title: "Museum", version: "1.0.0" },
  security: [{ token: [] }],
  paths: {
    "/exhibits": {
      get: {
        parameters: [{ name: "hall", in: "query", required: true, schema: { type: "string" } }],
        responses: { "200": json({ type: "array" }, []) },
      },
      post: {
        requestBody: { required: true, content: { "application/json": { schema: exhibit } } },
        responses: { "201": json(exhibit, { title: "Jet" }) },
      },
    },
    "/exhibits/{id}": {
      parameters: [{ $ref: "#/components/parameters/Id" }],
      get: { responses: { "200": json(exhibit, { title: "Amber" }) } },
    },
    "/wrong": { get: { responses: { "200": json(exhibit, { title: 7 }) } } },
  },
  components: {
    securitySchemes: { token: { type: "http", scheme: "bearer" } },
    parameters: { Id: { name: "id", in: "path", required: true, schema: { type: "integer", minimum: 3 } } },
  },
};

/** An invented API whose folder has a dash, with a key header and a path value that a shell and a URL both must quote. */
export const petClinic: object = {
  openapi: "3.1.0",
  info: { title: "Pet clinic", version: "2.0.0" },
  paths: {
    "/visits/{id}": {
      get: {
        security: [{ key: [] }],
        parameters: [visitId],
        responses: { "200": json({ type: "object" }, { pets: 1 }) },
      },
    },
  },
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Clinic-Key" } } },
};

/** Writes files below a new folder, which goes when the test ends: text as it is, all else as JSON. */
export function writeFolder(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), "mock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

/** A folder of built docs. */
export function writeDocs(): string {
  return writeFolder({ "index.html": "<!doctype html><title>All the docs</title>", "museum/index.html": "the museum" });
}

/** A folder like `spec/` with both APIs, and things in it that are none. */
export function writeSpec(files: Readonly<Record<string, unknown>> = {}): string {
  return writeFolder({
    "README.md": "How to write a document.",
    "drafts/package.json": { name: "drafts" },
    "museum/package.json": { fairlead: { port: 4810 } },
    "museum/dist/openapi.json": museum,
    "pet-clinic/package.json": { fairlead: { port: 4820 } },
    "pet-clinic/dist/openapi.json": petClinic,
    ...files,
  });
}

/** A folder like `packages/` in which the museum alone has a sandbox. */
export function writePackages(files: Readonly<Record<string, unknown>> = {}): string {
  const sandbox = fileURLToPath(new URL("museum-sandbox.ts", import.meta.url));
  return writeFolder({
    "museum/package.json": { name: "@fairlead/museum", type: "module", exports: { "./sandbox": "./sandbox.mjs" } },
    "museum/sandbox.mjs": `export { default } from ${JSON.stringify(sandbox)};`,
    "pet-clinic/package.json": { name: "@fairlead/pet-clinic", type: "module", exports: { ".": "./index.mjs" } },
    ...files,
  });
}
