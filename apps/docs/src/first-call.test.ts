import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstCall } from "./first-call.ts";

let folder: URL;
beforeAll(async () => {
  folder = pathToFileURL(`${await mkdtemp(join(tmpdir(), "fairlead-docs-test-"))}/`);
  await mkdir(new URL("examples", folder));
});
afterAll(() => rm(folder, { recursive: true }));
const write = (text: string) => writeFile(new URL("examples/first-call.ts", folder), text);

test("gives the lines of the region without its indentation and outer empty lines", async () => {
  await write(
    "import 'x';\nasync () => {\n  // #region docs\n\n  if (a) {\n    b();\n  }\n\n  c();\n\n  // #endregion\n};\n",
  );
  expect(await firstCall(folder)).toBe("if (a) {\n  b();\n}\n\nc();");
});

test("ends at the region's own end", async () => {
  await write("// #region docs\na();\n// #endregion\nb();\n// #endregion\n");
  expect(await firstCall(folder)).toBe("a();");
});

test("a package without the file has none", async () => {
  expect(await firstCall(new URL("nowhere/", folder))).toBeUndefined();
});

test.each([
  ["without a region", "a();\n"],
  ["with an empty region", "// #region docs\n\n// #endregion\n"],
  ["whose region has no end", "// #region docs\na();\n"],
])("a file %s stops the build by its name", async (_, text) => {
  await write(text);
  await expect(firstCall(folder)).rejects.toThrow(/examples\/first-call\.ts has no lines between/);
});
