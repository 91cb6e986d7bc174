// scripts/coverage.mjs: how much of a facts file a bundled document says, by the names of parameters and fields.
// node scripts/coverage.mjs <bundle.json> <facts.json> [--missing] [--left-out <list.json>] [--strict]
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compare, kinds } from "./coverage/compare.mjs";
import { excuse } from "./coverage/excuse.mjs";
import { readLeftOut } from "./coverage/left-out.mjs";

const usage =
  "Usage: node scripts/coverage.mjs <bundle.json> <facts.json> [--missing] [--left-out <list.json>] [--strict]";

const fail = (message) => {
  console.error(`${message}\n${usage}`);
  process.exit(1);
};

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return fail(`${file} can't be read as JSON: ${error.message}`);
  }
};

const readDocument = (file) => {
  const document = readJson(file);
  if (typeof document?.paths !== "object" || document.paths === null)
    fail(`${file} has no paths: an OpenAPI document as JSON is needed.`);
  return document;
};

const readList = (file) => {
  if (file === undefined) return [];
  const list = readJson(file);
  try {
    return readLeftOut(list);
  } catch (error) {
    return fail(`${file}: ${error.message}`);
  }
};

const flag = { type: "boolean", default: false };
const parse = () => {
  try {
    const options = { missing: flag, strict: flag, "left-out": { type: "string" } };
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return fail(error.message);
  }
};

const { positionals, values } = parse();
if (positionals.length !== 2) fail(`Two files are needed, ${positionals.length} were given.`);
const list = readList(values["left-out"]);
const { operations, unknown, totals } = compare(...positionals.map(readDocument));
const { operations: left, counts, stale } = excuse(operations, list);

const percent = ({ said, known }) => (known === 0 ? "-" : `${((100 * said) / known).toFixed(1)} %`);
const reasons = ({ leftOut, missing }) => `, left out on purpose ${leftOut}, missing without a reason ${missing}`;
console.log(`operations        ${totals.operations.said} of ${totals.operations.known}`);
console.log("of these operations:");
for (const kind of kinds) {
  const name = kind === "parameters" ? kind : `${kind} fields`;
  const said = `${totals[kind].said} of ${totals[kind].known} (${percent(totals[kind])})`;
  console.log(`  ${name.padEnd(16)}${said}${values["left-out"] === undefined ? "" : reasons(counts[kind])}`);
}
if (unknown.length > 0) console.log(`only in the document: ${unknown.join(", ")}`);

if (values.missing)
  for (const { operation, missing } of left)
    for (const kind of kinds)
      if (missing[kind].length > 0) console.log(`${operation}: ${kind}: ${missing[kind].join(", ")}`);

for (const sentence of stale) console.error(`${values["left-out"]}: ${sentence}`);
const open = kinds.reduce((sum, kind) => sum + counts[kind].missing, 0);
if (values.strict && open > 0) console.error(`${open} facts are missing without a reason; --missing lists them.`);
if (stale.length > 0 || (values.strict && open > 0)) process.exitCode = 1;
