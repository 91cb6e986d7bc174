import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import * as namedTests from "./named-tests.mjs";

const trees = [];
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true });
});

const tests = `
it("walks", () => {});
it.each([[1], [2]])("walks %d at a time", () => {});
test.each(shelves.filter(({ id }) => id > 1))(
  "a | b: \${name}",
  () => {},
);
test(\`\${name} sends \${method}\`, () => {});
it.skip("sleeps", () => {});
it.todo("will sleep", () => {});
// it("was left out", () => {});
describe("a group", () => {});
`;

/** What the check says of a table with this cell, beside a file with tests. */
function findings(cell, file = tests) {
  const root = mkdtempSync(join(tmpdir(), "named-tests-"));
  trees.push(root);
  const files = {
    "docs/pains.md": `# Pains\n\n| pain | test |\n| --- | --- |\n| slow | ${cell} |\n`,
    "docs/security.md": "# Security\n",
    "packages/acme/test/a.test.ts": file,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return namedTests.check(root);
}

describe("named-tests", () => {
  it.each(["walks", "walks %d at a time", `a \\| b: \${name}`, `\${name} sends \${method}`])("allows %j", (title) => {
    expect(findings(`\`packages/acme/test/a.test.ts\`: "${title}"`)).toEqual([]);
  });
  it("allows several titles of a file", () => {
    expect(findings('`packages/acme/test/a.test.ts`: "walks", "walks %d at a time"')).toEqual([]);
  });
  it.each(["walk", "runs", "sleeps", "will sleep", "was left out", "a group"])("refuses %j", (title) => {
    expect(findings(`\`packages/acme/test/a.test.ts\`: "walks", "${title}"`)).toEqual([
      `docs/pains.md:5: no test "${title}" in packages/acme/test/a.test.ts`,
    ]);
  });
  it.each(['describe.skip("a group", () => {});', 'test.skip.each([1])("sleeps %d", () => {});'])(
    "refuses a file that has %s",
    (line) => {
      expect(findings('`packages/acme/test/a.test.ts`: "walks"', tests + line)).toEqual([
        "docs/pains.md:5: packages/acme/test/a.test.ts skips a group or a table of tests",
      ]);
    },
  );
  it("refuses a file that is not there, and one without a title", () => {
    expect(findings('`packages/acme/test/b.test.ts`: "walks"')).toEqual([
      "docs/pains.md:5: no packages/acme/test/b.test.ts",
    ]);
    expect(findings("`packages/acme/test/a.test.ts`, somewhere in it")).toEqual([
      "docs/pains.md:5: packages/acme/test/a.test.ts without a title",
    ]);
  });
  it("refuses a row that names no test, unless it says not yet", () => {
    expect(findings("believe us")).toEqual(["docs/pains.md:5: names no test"]);
    expect(findings("not yet: nobody has asked")).toEqual([]);
  });
  it("refuses to be without its documents", () => {
    const root = mkdtempSync(join(tmpdir(), "named-tests-"));
    trees.push(root);
    expect(namedTests.check(root)).toEqual(["docs/pains.md: is not there", "docs/security.md: is not there"]);
  });
});
