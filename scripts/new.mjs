// pnpm new <api> [--port 4040]: stamps spec/<api> and packages/<api>, a document of two operations and its client.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const reserved = ["behaviors", "cli", "codegen", "contract", "docs", "mock", "runtime", "sandbox"];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: "string" } } });
const [api] = positionals;
const ports = usedPorts();
const port = Number(values.port ?? Math.max(4000, ...ports.keys()) + 10);

if (api === undefined || positionals.length > 1) refuse("say one name: pnpm new <api> [--port 4040]");
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(api))
  refuse(`"${api}" is not a name: lower-case letters, digits and single dashes`);
if (reserved.includes(api)) refuse(`"${api}" is the name of a room of ours`);
for (const folder of [`spec/${api}`, `packages/${api}`])
  if (existsSync(join(root, folder))) refuse(`${folder} is there already`);
if (!Number.isInteger(port) || port < 1 || port > 65535) refuse(`${values.port} is not a port from 1 to 65535`);
if (ports.has(port)) refuse(`port ${port} is that of spec/${ports.get(port)}`);

const pascal = api.replaceAll(/(^|-)([a-z0-9])/g, (_, _dash, letter) => letter.toUpperCase());
for (const [from, to] of [
  ["spec", `spec/${api}`],
  ["package", `packages/${api}`],
])
  await stamp(from, join(root, to));
// Longer names than acme wrap lines elsewhere.
spawnSync("biome", ["check", "--write", "--log-level=error", `spec/${api}`, `packages/${api}`], {
  cwd: root,
  stdio: ["ignore", "ignore", "inherit"],
});
console.log(`spec/${api} and packages/${api} are there. Next:
  npx pnpm install     the lockfile learns the two packages
  npx pnpm generate    the client is written from the document
  npm test
Then write the document: spec/${api}/openapi.yaml is its table of contents.`);

/** Copies a template folder beside its place, fills the names in, and moves it into place, so that nothing is half written. */
async function stamp(from, to) {
  const staging = `${to}.new`;
  await rm(staging, { recursive: true, force: true });
  await cp(new URL(`new/${from}/`, import.meta.url), staging, { recursive: true });
  for (const entry of await readdir(staging, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const text = (await readFile(file, "utf8"))
      .replaceAll("acme", api)
      .replaceAll("Acme", pascal)
      .replaceAll("ACME", api.toUpperCase().replaceAll("-", "_"))
      .replaceAll("4999", String(port))
      .replaceAll("2026-11-20", new Date().toISOString().slice(0, 10));
    await writeFile(file, text);
    if (entry.name === "package.template.json") await rename(file, join(entry.parentPath, "package.json"));
  }
  await mkdir(join(to, ".."), { recursive: true });
  await rename(staging, to);
}

/** The ports of the APIs that are there, each with its API. */
function usedPorts() {
  const found = new Map();
  for (const { name } of readdirSync(join(root, "spec"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    const file = join(root, "spec", name, "package.json");
    if (existsSync(file)) found.set(JSON.parse(readFileSync(file, "utf8")).fairlead?.port, name);
  }
  return found;
}

/** Ends with one line on what is wrong; nothing has been written yet. */
function refuse(why) {
  console.error(`pnpm new: ${why}.`);
  process.exit(1);
}
