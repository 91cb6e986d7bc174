import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const here = fileURLToPath(new URL("..", import.meta.url));

test("the first example of the README prints what the README says", async () => {
  const readme = readFileSync(join(here, "README.md"), "utf8");
  const [, example = "", printed = ""] = /```ts\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
  const museum = fileURLToPath(new URL("start-museum.ts", import.meta.url));
  const program = example.replace(
    'import museum from "@fairlead/museum/sandbox";',
    `import { museum } from ${JSON.stringify(museum)};`,
  );
  expect(program).not.toBe(example);
  mkdirSync(join(here, ".vitest"), { recursive: true });
  const folder = mkdtempSync(join(here, ".vitest", "readme-")); // inside, because it imports the package by name
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "example.ts"), program);
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "example.ts")], { timeout: 20_000 });
  expect(stdout).toBe(printed);
});
