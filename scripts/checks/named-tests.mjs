// Forbids that docs/pains.md or docs/security.md names a test that does not exist, and a row that names none.
// Why: both are promises, and the test is all that holds them. A renamed or skipped test would leave a promise that
// nobody keeps.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How to get rid of a finding. */
export const fix =
  'name each test as `path/of/a.test.ts`: "its whole title", several of a file with commas; or say "not yet" and why.';

const documents = ["docs/pains.md", "docs/security.md"];
/** A file in backticks, and the titles after it, if there are any. */
const named = /`([^`\s]+\.(?:test|test-d|deep)\.m?ts)`(?:: ((?:"[^"]+"(?:, )?)+))?/g;
/** A title where `it` or `test` has it, also after the table of `.each`; not one that is skipped or still to be written. */
const titled = /(?:\b(?:it|test)(?:\.(?!skip|todo|fails)\w+)*|\))\(\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1\s*,/g;
/** What skips tests without saying which: a whole group, or those of a table. */
const skipsMany = /\b(?:describe\.(?:skip|todo)|(?:it|test)\.(?:skip|todo|fails)\.(?:each|for))\b/;

/** One line per test that is not there, per file without a title, and per row of a table that names no test. */
export function check(root) {
  return documents.flatMap((document) => {
    if (!existsSync(join(root, document))) return [`${document}: is not there`];
    const lines = readFileSync(join(root, document), "utf8").split("\n");
    return lines.flatMap((line, index) => lineFindings(root, line, isRow(lines, index), `${document}:${index + 1}`));
  });
}

/** Whether a line is a row of a table, and neither its head nor the line below it. */
function isRow(lines, index) {
  const isTable = (line) => line?.startsWith("|") === true;
  return isTable(lines[index]) && isTable(lines[index - 1]) && !isRule(lines[index]);
}

function isRule(line) {
  return /^\|[-:| ]+\|$/.test(line);
}

function lineFindings(root, line, isRow, place) {
  const tests = [...line.matchAll(named)];
  const findings = isRow && tests.length === 0 && !line.includes("not yet") ? [`${place}: names no test`] : [];
  for (const [, file, list] of tests) {
    if (list === undefined) findings.push(`${place}: ${file} without a title`);
    else if (!existsSync(join(root, file))) findings.push(`${place}: no ${file}`);
    else {
      const source = withoutComments(readFileSync(join(root, file), "utf8"));
      if (skipsMany.test(source)) findings.push(`${place}: ${file} skips a group or a table of tests`);
      const titles = new Set([...source.matchAll(titled)].map(([, , title]) => title.replaceAll(/\\(["'`])/g, "$1")));
      const wanted = [...list.matchAll(/"([^"]+)"/g)].map(([, title]) => title.replaceAll("\\|", "|"));
      for (const title of wanted.filter((one) => !titles.has(one)))
        findings.push(`${place}: no test "${title}" in ${file}`);
    }
  }
  return findings;
}

function withoutComments(source) {
  return source.replace(/^\s*\/\/.*$/gm, "").replace(/\/\*\*?\s[\s\S]*?\*\//g, "");
}
