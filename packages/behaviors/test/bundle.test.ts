import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { type Files, writeDocuments } from "./lint.ts";
import { lineOf, museum } from "./museum.ts";

const bin = fileURLToPath(new URL("../src/bundle.ts", import.meta.url));
const configuration = fileURLToPath(new URL("../../../redocly.yaml", import.meta.url));
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

interface Run {
  readonly status: number | null;
  /** Both streams, without colours. */
  readonly output: string;
  readonly folder: string;
}

function bundle(files: Files, previous?: string): Run {
  const rooted = { "redocly.yaml": `extends: [${configuration}]\ntelemetry: off\n` };
  const { root, remove } = writeDocuments({ ".": rooted, api: files });
  cleanups.push(remove);
  const folder = join(root, "api");
  if (previous !== undefined) {
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "dist/openapi.json"), previous);
  }
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin], { cwd: folder, env, encoding: "utf8" });
  return { status, output: stdout + stderr, folder };
}

function expectNothingWritten({ status, folder }: Run): void {
  expect(status).toBe(1);
  expect(existsSync(join(folder, "dist"))).toBe(false);
}

it("writes a clean document with its defaults expanded, and nothing else", () => {
  const { status, folder, output } = bundle(museum());
  expect(status, output).toBe(0);
  expect(readdirSync(join(folder, "dist"))).toEqual(["openapi.json"]);
  const written = JSON.parse(readFileSync(join(folder, "dist/openapi.json"), "utf8"));
  expect(written.paths["/exhibits"].get["x-rate-limit"]).toBe("normal");
  expect(written.webhooks.guestEvent.post).not.toHaveProperty("x-rate-limit"); // nobody has a quota there
});

it("names file, line and rule of a behaviour that leads nowhere, and keeps the output of before", () => {
  const files = museum(["x-idempotent: tourKey", "x-idempotent: tourKye"]);
  const { status, output, folder } = bundle(files, "before");
  expect(status).toBe(1);
  expect(output).toContain(`tours/paths.yaml:${lineOf(files, "tours/paths.yaml", "x-idempotent")}:`);
  expect(output).toContain("fairlead/behavior-reference");
  expect(readdirSync(join(folder, "dist"))).toEqual(["openapi.json"]);
  expect(readFileSync(join(folder, "dist/openapi.json"), "utf8")).toBe("before");
});

it("names file, line and rule of a $ref that leads nowhere", () => {
  const files = museum(["/limits:\n    $ref: tours/paths.yaml#/Limits", "/limits:\n    $ref: tours/paths.yaml#/Limit"]);
  const run = bundle(files);
  expectNothingWritten(run);
  expect(run.output).toContain(`openapi.yaml:${lineOf(files, "openapi.yaml", "$ref: tours/paths.yaml#/Limit")}:`);
  expect(run.output).toContain("no-unresolved-refs");
});

it("names file, line and rule of a text that is no YAML, in the entry", () => {
  const files = museum(["  version: 1.0.0\n", "  version: [1.0.0\n"]);
  const run = bundle(files);
  expectNothingWritten(run);
  expect(run.output).toMatch(/openapi\.yaml.*\(5:3\)/);
  expect(run.output).toContain("yaml-syntax");
});

it("names file, line and rule of a text that is no YAML, in a file behind a $ref", () => {
  const run = bundle(museum(["properties: { error: { type: string } } }", "properties: { error: { type: string } }"]));
  expectNothingWritten(run);
  expect(run.output).toMatch(/shared\.yaml.*\(16:1\)/);
  expect(run.output).toContain("no-unresolved-refs");
});

it("names file, line and rule of two schemas of one name", () => {
  const files = {
    ...museum(["schema: { $ref: ../shared.yaml#/Tour }", "schema: { $ref: schemas.yaml#/Tour }"]),
    "tours/schemas.yaml":
      "Tour: { type: object, properties: { id: { type: integer }, status: { type: string }, data: { type: object }, messages: { type: array, items: { type: string } } } }\n",
  };
  const run = bundle(files);
  expectNothingWritten(run);
  expect(run.output).toContain("component-name-unique");
  expect(run.output).toMatch(/(shared|schemas)\.yaml:\d+:\d+/);
});

it("says where to run it when there is no document", () => {
  const run = bundle({ "other.yaml": "a: 1\n" });
  expectNothingWritten(run);
  expect(run.output).toContain("There is no openapi.yaml in ");
});
