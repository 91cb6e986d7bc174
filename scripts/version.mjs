// npm run release:version: `changeset version`, then the same version in src/version.ts and in the document of each API.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const shell = process.platform === "win32";
const { status } = spawnSync("changeset", ["version"], { cwd: root, stdio: "inherit", shell });
if (status !== 0) process.exit(status ?? 1);
for (const { name } of readdirSync(`${root}spec`, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const { version } = JSON.parse(readFileSync(`${root}packages/${name}/package.json`, "utf8"));
  write(`packages/${name}/src/version.ts`, /version = "[^"]*"/, `version = "${version}"`);
  write(`spec/${name}/openapi.yaml`, /^ {2}version: .*$/m, `  version: ${version}`);
}

/** Replaces the one place of the version in a file. */
function write(file, pattern, text) {
  if (!existsSync(root + file)) throw new Error(`${file} is missing.`);
  writeFileSync(root + file, readFileSync(root + file, "utf8").replace(pattern, text));
}
