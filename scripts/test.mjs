// scripts/test.mjs [--deep]: the tasks in two turbo runs, then the sum of vitest's reports, also when something failed.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const deep = process.argv.includes("--deep");
const reports = () =>
  globSync(`{scripts,packages/*,apps/*}/.vitest/${deep ? "*" : "results"}.json`, { cwd: root }).map(
    (file) => `${root}${file}`,
  );

for (const report of reports()) rmSync(report); // turbo restores those of cached tasks
let status = run("check.mjs");
// check:fresh comes first: it judges the committed files before anything can rewrite them.
for (const tasks of [
  ["lint", "check:fresh"],
  deep ? ["test:scripts", "test", "test:deep"] : ["typecheck", "test:scripts", "test", "build", "check:pack"],
]) {
  if (status === 0) status = run("turbo.mjs", "run", ...tasks, "--output-logs=new-only");
}
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const report of reports()) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
  sum.passed += numPassedTests;
  sum.failed += numFailedTests;
  sum.skipped += numPendingTests;
}
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}`);
process.exit(status);

/** Runs one of our scripts with this Node and gives its exit code. */
function run(script, ...args) {
  return (
    spawnSync(process.execPath, [`${root}scripts/${script}`, ...args], { cwd: root, stdio: "inherit" }).status ?? 1
  );
}
