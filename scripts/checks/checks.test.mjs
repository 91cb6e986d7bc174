import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import * as documentedExports from "./documented-exports.mjs";
import * as importDirections from "./import-directions.mjs";
import * as noApiNames from "./no-api-names.mjs";
import * as readmeExample from "./readme-example.mjs";
import * as versions from "./versions.mjs";

const trees = [];
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true });
});

/** A repository with these files, and a spec folder and a package of an API called acme. */
function tree(files) {
  const root = mkdtempSync(join(tmpdir(), "house-check-"));
  trees.push(root);
  execFileSync("git", ["init", "-q"], { cwd: root });
  const base = {
    "spec/acme/package.json": "{}",
    "packages/acme/src/index.ts": "/** The client of it. */\nexport const acme = 1;\n",
  };
  for (const [name, text] of Object.entries({ ...base, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

describe("no-api-names", () => {
  it("refuses an API's name in an app, with file and line", () => {
    expect(noApiNames.check(tree({ "apps/docs/src/a.ts": '\nconst page = "Acme";\n' }))).toEqual([
      'apps/docs/src/a.ts:2: names "Acme"',
    ]);
  });
  it("refuses an API's name in the shared configuration", () => {
    expect(noApiNames.check(tree({ "turbo.json": '{ "@fairlead/acme#test": {} }' }))).toHaveLength(1);
  });
  it("allows the name in the API's own folders, and words that only contain it", () => {
    expect(noApiNames.check(tree({ "apps/docs/src/a.ts": "const pacmena = 1;\n" }))).toEqual([]);
  });
});

describe("import-directions", () => {
  const refused = [
    ["an app", "packages/acme/src/a.ts", "@fairlead/docs", { "apps/docs/package.json": "{}" }],
    ["another package's file", "packages/acme/src/a.ts", "../../runtime/src/index.ts"],
    ["another API", "packages/acme/src/a.ts", "@fairlead/museum"],
    ["the sandbox from a client", "packages/acme/src/a.ts", "@fairlead/sandbox"],
    ["the sandbox from the runtime", "packages/runtime/src/a.ts", "@fairlead/sandbox"],
    ["the sandbox from the vocabulary", "packages/behaviors/src/a.ts", "@fairlead/sandbox"],
    ["the runtime from the generator", "packages/codegen/src/a.ts", "@fairlead/runtime"],
    ["the generator", "packages/acme/src/a.ts", "@fairlead/codegen"],
  ];
  for (const [what, file, target, more = {}] of refused) {
    it(`refuses an import of ${what}`, () => {
      const findings = importDirections.check(tree({ [file]: `import { x } from "${target}";\n`, ...more }));
      expect(findings).toHaveLength(1);
      expect(findings[0]).toContain(`${file}: imports ${target}`);
    });
  }
  it("sees imports over several lines, dynamic ones and those without names", () => {
    const text =
      'import {\n  x,\n} from "@fairlead/museum";\nimport "@fairlead/museum";\nawait import("@fairlead/museum");\n';
    expect(importDirections.check(tree({ "packages/acme/src/a.ts": text }))).toHaveLength(3);
  });
  it("allows the runtime in a client, the sandbox in its sandbox folder, in tests, and where its tables are written", () => {
    const files = {
      "packages/codegen/src/a.ts": 'import type { Tables } from "@fairlead/sandbox/tables";\n',
      "packages/contract/src/a.ts": 'import { startSandbox } from "@fairlead/sandbox";\n',
      "packages/acme/src/a.ts": 'import { operation } from "@fairlead/runtime";\n',
      "packages/acme/src/sandbox/seed.ts": 'import { x } from "@fairlead/sandbox";\n',
      "packages/acme/test/a.test.ts": 'import { startPrism } from "@fairlead/sandbox/prism";\n',
    };
    expect(importDirections.check(tree(files))).toEqual([]);
  });
});

describe("documented-exports", () => {
  it("refuses an export without a comment, and one whose comment is only a tag", () => {
    const text = "export const a = 1;\n\n/** @internal */\nexport function b() {}\n";
    expect(documentedExports.check(tree({ "packages/runtime/src/a.ts": text }))).toEqual([
      "packages/runtime/src/a.ts:1: a",
      "packages/runtime/src/a.ts:4: b",
    ]);
  });
  it("allows an export with a sentence, in one line or in several", () => {
    const text =
      "/** Gives the answer. */\nexport const a = 1;\n\n/**\n * Gives the other answer.\n * @returns It.\n */\nexport function b() {}\n";
    expect(documentedExports.check(tree({ "packages/runtime/src/a.ts": text }))).toEqual([]);
  });
});

describe("versions", () => {
  const files = {
    "packages/acme/package.json": '{ "version": "1.2.0" }',
    "packages/acme/src/version.ts": '/** The version of it. */\nexport const version = "1.2.0";\n',
    "spec/acme/openapi.yaml": "info:\n  version: 1.2.0\n",
  };
  it("allows one version in all three places", () => {
    expect(versions.check(tree(files))).toEqual([]);
  });
  it("refuses a document or a constant that lags behind", () => {
    const old = { ...files, "spec/acme/openapi.yaml": "info:\n  version: 1.1.0\n", "packages/acme/src/version.ts": "" };
    expect(versions.check(tree(old))).toEqual([
      "packages/acme/src/version.ts: no version, package.json has 1.2.0",
      "spec/acme/openapi.yaml: 1.1.0, package.json has 1.2.0",
    ]);
  });
});

describe("readme-example", () => {
  const example = { "packages/acme/examples/first-call.ts": "// #region docs\nawait go();\n// #endregion\n" };
  it("allows the example that the tests run", () => {
    expect(readmeExample.check(tree({ ...example, "README.md": "# Acme\n\n```ts\nawait go();\n```\n" }))).toEqual([]);
  });
  it("refuses another one, and none", () => {
    expect(readmeExample.check(tree({ ...example, "README.md": "```ts\nawait stop();\n```\n" }))).toHaveLength(1);
    expect(readmeExample.check(tree({ ...example, "README.md": "# Acme\n" }))).toEqual([
      "README.md: no TypeScript example",
    ]);
  });
});
