// Forbids the name of an API in what must serve every API: apps, the general packages, the shared configuration.
// Why: a further API is two folders (docs/decisions/0004-a-further-api-is-two-folders.md); a name here would be a list to keep.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles } from "../source-files.mjs";

const rooms = [
  "apps",
  "packages/behaviors",
  "packages/codegen",
  "packages/contract",
  "packages/runtime",
  "packages/sandbox",
  "scripts",
  "turbo.json",
  "package.json",
  "pnpm-workspace.yaml",
  "redocly.yaml",
  "spec/house-rules.mjs",
  ".ci",
];

/** How to get rid of a finding. */
export const fix =
  "find the APIs by listing spec/, put what is true of one API into its own folders, and use an invented API in tests.";

/** One line per place where the name of an API in spec/ stands in a room that serves all of them. */
export function check(root) {
  const apis = readdirSync(join(root, "spec"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = apis.map((entry) => entry.name).filter((name) => name !== "demo"); // `pnpm new demo` is the documented trial
  if (names.length === 0) return [];
  const pattern = new RegExp(`\\b(${names.join("|")})\\b`, "i");
  const findings = [];
  for (const file of sourceFiles(root, ...rooms)) {
    if (file.endsWith("CHANGELOG.md")) continue;
    for (const [index, line] of readFileSync(join(root, file), "utf8").split("\n").entries()) {
      const name = pattern.exec(line)?.[1];
      if (name !== undefined) findings.push(`${file}:${index + 1}: names "${name}"`);
    }
  }
  return findings;
}
