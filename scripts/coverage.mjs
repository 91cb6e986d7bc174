// scripts/coverage.mjs: how much of a facts file a bundled document says, by the names of parameters and fields.
// node scripts/coverage.mjs <bundle.json> <facts.json> [--missing]
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compare } from "./coverage/compare.mjs";

const usage = "Usage: node scripts/coverage.mjs <bundle.json> <facts.json> [--missing]";

const fail = (message) => {
  console.error(`${message}\n${usage}`);
  process.exit(1);
};

const read = (file) => {
  let document;
  try {
    document = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    fail(`${file} can't be read as JSON: ${error.message}`);
  }
  if (typeof document?.paths !== "object" || document.paths === null)
    fail(`${file} has no paths: an OpenAPI document as JSON is needed.`);
  return document;
};

const parse = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { missing: { type: "boolean", default: false } } });
  } catch (error) {
    return fail(error.message);
  }
};

const { positionals, values } = parse();
if (positionals.length !== 2) fail(`Two files are needed, ${positionals.length} were given.`);
const { operations, unknown, totals } = compare(...positionals.map(read));

const percent = ({ said, known }) => (known === 0 ? "-" : `${((100 * said) / known).toFixed(1)} %`);
console.log(`operations        ${totals.operations.said} of ${totals.operations.known}`);
console.log("of these operations:");
for (const [name, count] of [
  ["parameters", totals.parameters],
  ["request fields", totals.request],
  ["response fields", totals.response],
])
  console.log(`  ${name.padEnd(16)}${count.said} of ${count.known} (${percent(count)})`);
if (unknown.length > 0) console.log(`only in the document: ${unknown.join(", ")}`);

if (values.missing)
  for (const { operation, missing } of operations)
    for (const kind of ["parameters", "request", "response"])
      if (missing[kind].length > 0) console.log(`${operation}: ${kind}: ${missing[kind].join(", ")}`);
