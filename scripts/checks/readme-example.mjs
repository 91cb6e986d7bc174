// Forbids that the first example of the README differs from the example that is compiled and run by a test.
// Why: the first ten lines are what people paste; they must work on the day they are read.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How to get rid of a finding. */
export const fix = "copy the region `docs` of packages/<api>/examples/first-call.ts into the first ```ts block.";

/** One line if the README's first TypeScript block is no region `docs` of any first-call.ts. */
export function check(root) {
  const readme = join(root, "README.md");
  if (!existsSync(readme)) return [];
  const block = /```ts\n([\s\S]*?)```/.exec(readFileSync(readme, "utf8"))?.[1];
  if (block === undefined) return ["README.md: no TypeScript example"];
  const regions = readdirSync(join(root, "packages")).flatMap((name) => {
    const file = join(root, "packages", name, "examples/first-call.ts");
    return existsSync(file)
      ? [/\/\/ #region docs\n([\s\S]*?)\/\/ #endregion/.exec(readFileSync(file, "utf8"))?.[1]]
      : [];
  });
  return regions.includes(block) ? [] : ["README.md: its first example is not the one that the tests run"];
}
