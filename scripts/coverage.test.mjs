import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readLeftOut } from "./coverage/left-out.mjs";

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
        operationId: "getExhibit",
        parameters: [{ in: "header", name: "X-Trace" }],
        responses: answer({ $ref: "#/components/schemas/Exhibit" }),
      },
    },
    "/guides": { get: { operationId: "listGuides", responses: {} } },
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

const reason = "The museum's own office uses it.";
const entry = (kind, fields, operations = ["getExhibit"]) => ({ reason, operations, kind, fields });
const withList = (list, ...flags) =>
  run(file("bundle.json", document), file("facts.json", facts), "--left-out", file("left-out.json", list), ...flags);
const lines = (text) => text.split("\n").map((line) => line.replace(/ +/g, " ").trim());

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

describe("coverage with a list of what is left out", () => {
  it("counts for each kind what is said, left out on purpose and missing without a reason, and lists the rest", () => {
    const list = [entry("response", ["room.keeper"]), entry("parameters", ["query at"], "*")];
    const { stdout, stderr, status } = withList(list, "--missing");
    expect(lines(stdout).slice(2, -1)).toEqual([
      "parameters 2 of 3 (66.7 %), left out on purpose 1, missing without a reason 0",
      "request fields 0 of 1 (0.0 %), left out on purpose 0, missing without a reason 1",
      "response fields 5 of 9 (55.6 %), left out on purpose 2, missing without a reason 2",
      "only in the document: GET /guides",
      "GET /exhibits/{}: request: dry",
      "GET /exhibits/{}: response: labels",
    ]);
    expect([stderr, status]).toEqual(["", 0]);
  });

  it.each([
    ["a star inside of a name", ["room.kee*", "lab*"]],
    ["stars for any names", ["**.keeper", "**.labels"]],
    ["stars at the end", ["room.**", "labels"]],
    ["the field inside", ["room.keeper", "room.keeper.name", "labels"]],
  ])("takes %s", (_, paths) => {
    const list = [entry("response", paths), entry("request", ["*"]), entry("parameters", ["query *"])];
    const { stdout, stderr, status } = withList(list, "--missing", "--strict");
    expect(stdout).toMatch(/left out on purpose 4, missing without a reason 0\nonly in the document: GET \/guides\n$/);
    expect([stderr, status]).toEqual(["", 0]);
  });

  it("takes a star for one name only, and letters for nothing but themselves", () => {
    const list = [entry("response", ["*.keeper.name", "labels"])];
    expect(withList(list, "--missing").stdout).toContain("GET /exhibits/{}: response: room.keeper\n");
    expect(withList([entry("response", ["*keeper"])]).stderr).toContain("Entry 1 is about *keeper");
    expect(withList([entry("response", ["room.keepe."])]).stderr).toContain("Entry 1 is about room.keepe.,");
  });

  it.each([
    ["a field that is not missing", entry("response", ["labels", "room.floor"]), "Entry 1 is about room.floor,"],
    ["a field of another kind", entry("request", ["dry", "labels"]), "Entry 1 is about labels,"],
    [
      "an operation that lacks nothing of it",
      entry("response", ["labels"], ["getExhibit", "listGuides"]),
      "listGuides",
    ],
    ["an operation that is none", entry("response", ["labels"], ["getExhibits"]), "getExhibits"],
  ])("fails where an entry is about %s", (_, stale, message) => {
    const { status, stderr } = withList([stale]);
    expect(status).toBe(1);
    expect(stderr).toContain("left-out.json: ");
    expect(stderr).toContain(message);
  });

  it("fails when strict and something is missing without a reason, with a list or without", () => {
    const list = [entry("response", ["labels"])];
    expect(withList(list).status).toBe(0);
    const { status, stderr } = withList(list, "--strict");
    expect([status, stderr]).toEqual([1, "4 facts are missing without a reason; --missing lists them.\n"]);
    expect(run(file("bundle.json", document), file("facts.json", facts), "--strict").status).toBe(1);
    const own = file("bundle.json", document);
    expect(run(own, own, "--strict").status).toBe(0);
  });

  it.each([
    ["that is no list", {}, ": This is no list of entries."],
    ["with a text in it", ["labels"], ": Entry 1 is no object."],
    ["without a reason", [{ ...entry("response", ["labels"]), reason: "later" }], ": Entry 1 has no reason"],
    ["with another member", [{ ...entry("response", ["labels"]), why: reason }], ": Entry 1 has a member why"],
    ["without operations", [entry("response", ["labels"], [])], ": Entry 1 has no operations"],
    ["with an unknown kind", [entry("responses", ["labels"])], ": Entry 1 has no kind"],
    ["without fields", [entry("response", ["labels"]), entry("response", [""])], ": Entry 2 has no fields"],
    ["that is not JSON", "- reason", "can't be read as JSON"],
  ])("refuses a list %s in one clear sentence", (_, list, message) => {
    const { status, stderr, stdout } = withList(list);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain("Usage:");
    expect(stdout).toBe("");
  });

  const spec = fileURLToPath(new URL("../spec/", import.meta.url));
  const apis = readdirSync(spec).filter((api) => existsSync(join(spec, api, "left-out.json")));
  it.each(apis)("finds each operation that the list of %s names", (api) => {
    const texts = readdirSync(join(spec, api), { recursive: true })
      .filter((path) => path.endsWith("paths.yaml") && !path.includes("node_modules"))
      .map((path) => readFileSync(join(spec, api, path), "utf8"));
    const known = new Set(texts.flatMap((text) => [...text.matchAll(/operationId: (\w+)/g)].map(([, id]) => id)));
    const list = readLeftOut(JSON.parse(readFileSync(join(spec, api, "left-out.json"), "utf8")));
    const named = list.flatMap(({ operations }) => (operations === "*" ? [] : operations));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});
