// Forbids an export of a published package without a doc comment that holds a sentence.
// Why: the hover is the documentation that users read; a bare tag or nothing at all tells them nothing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles } from "../source-files.mjs";

/** How to get rid of a finding. */
export const fix = "write one sentence on the result, units and ranges, and @throws, above the export.";

const declaration = /^export (?:default )?(?:async )?(?:abstract )?(?:const|function|class|interface|type)\s+(\w+)/;

/** One line per undocumented export in packages/<name>/src and apps/<name>/src. */
export function check(root) {
  const findings = [];
  const sources = sourceFiles(root, "packages", "apps").filter((file) =>
    /^(packages|apps)\/[^/]+\/src\/.*\.ts$/.test(file),
  );
  for (const file of sources.filter((name) => !/\.test(-d)?\.ts$|\/generated\//.test(name))) {
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    for (const [index, line] of lines.entries()) {
      const name = declaration.exec(line)?.[1];
      if (name !== undefined && !hasSentence(lines, index)) findings.push(`${file}:${index + 1}: ${name}`);
    }
  }
  return findings;
}

/** Whether the lines above hold a doc comment with at least three words before its first tag; overloads share the first one's. */
function hasSentence(lines, index) {
  let line = index - 1;
  while (line >= 0 && /^export (async )?function /.test(lines[line] ?? "") && (lines[line] ?? "").endsWith(";"))
    line -= 1;
  if (!(lines[line] ?? "").trimEnd().endsWith("*/")) return false;
  const comment = [];
  for (; line >= 0; line -= 1) {
    comment.unshift(lines[line]);
    if ((lines[line] ?? "").trimStart().startsWith("/**")) break;
  }
  const text =
    comment
      .join(" ")
      .replaceAll(/\/\*\*|\*\/|\s\*\s/g, " ")
      .split(/\s@(?!link)/)[0] ?? "";
  return text.trim().split(/\s+/).length >= 3;
}
