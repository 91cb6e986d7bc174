import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "coverage-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const file = (name, content) => {
  writeFileSync(join(root, name), typeof content === "string" ? content : JSON.stringify(content));
  return join(root, name);
};
const run = (...args) =>
  spawnSync(process.execPath, [fileURLToPath(new URL("coverage.mjs", import.meta.url)), ...args], { encoding: "utf8" });

const answer = (schema) => ({ 200: { content: { "application/json": { schema } } } });
const query = (name) => ({ in: "query", name });
const fields = (...names) => ({ properties: Object.fromEntries(names.map((name) => [name, {}])) });

const document = {
  components: {
    schemas: {
      Exhibit: { properties: { id: {}, room: { anyOf: [{ $ref: "#/components/schemas/Room" }, { type: "null" }] } } },
      Room: {
        allOf: [fields("floor"), { properties: { exhibits: { items: { $ref: "#/components/schemas/Exhibit" } } } }],
      },
    },
  },
  paths: {
    "/exhibits/{exhibitId}": {
      parameters: [query("lang")],
      get: {
        parameters: [{ in: "header", name: "X-Trace" }],
        responses: answer({ $ref: "#/components/schemas/Exhibit" }),
      },
    },
    "/guides": { get: { responses: {} } },
  },
};
const facts = {
  paths: {
    "/exhibits/{id}": {
      get: {
        parameters: [query("lang"), query("at"), { in: "header", name: "x-trace" }, { in: "path", name: "id" }],
        requestBody: { content: { "application/json": { schema: fields("dry") } } },
        responses: {
          ...answer({
            properties: {
              id: {},
              room: {
                properties: { floor: {}, keeper: { properties: { name: {} } }, exhibits: { items: fields("id") } },
              },
              labels: { additionalProperties: fields("text") },
            },
          }),
          404: { content: { "application/json": { schema: fields("error") } } },
        },
      },
    },
    "/tickets": { post: { responses: {} } },
  },
};

describe("coverage", () => {
  it("counts parameters and fields by name, through references, lists and alternatives, and no error bodies", () => {
    const { stdout, status } = run(file("bundle.json", document), file("facts.json", facts));
    expect(status).toBe(0);
    expect(stdout.split("\n").map((line) => line.replace(/ +/g, " ").trim())).toEqual([
      "operations 1 of 2",
      "of these operations:",
      "parameters 2 of 3 (66.7 %)",
      "request fields 0 of 1 (0.0 %)",
      "response fields 5 of 9 (55.6 %)",
      "only in the document: GET /guides",
      "",
    ]);
  });

  it("lists what is missing when asked, and of nested fields the outermost", () => {
    const { stdout } = run(file("bundle.json", document), file("facts.json", facts), "--missing");
    expect(stdout.split("\n").slice(6, -1)).toEqual([
      "GET /exhibits/{}: parameters: query at",
      "GET /exhibits/{}: request: dry",
      "GET /exhibits/{}: response: room.keeper, labels",
    ]);
  });

  it("says everything of a document compared with itself", () => {
    const own = file("bundle.json", document);
    expect(run(own, own, "--missing").stdout).toMatch(/response fields +8 of 8 \(100\.0 %\)\n$/);
  });

  it.each([
    ["no file", () => [], "Two files are needed, 0 were given."],
    ["a file that is not there", () => [join(root, "none.json"), join(root, "none.json")], "can't be read as JSON"],
    ["a file that is not JSON", () => [file("a.json", "paths:"), file("b.json", facts)], "can't be read as JSON"],
    ["a file without paths", () => [file("a.json", {}), file("b.json", facts)], "has no paths"],
    ["a flag that it does not know", () => ["--all"], "--all"],
  ])("refuses %s in one clear sentence", (_, args, message) => {
    const { status, stderr, stdout } = run(...args());
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain("Usage:");
    expect(stdout).toBe("");
  });
});
