// Writes control/openapi.yaml, bundled, to src/control/document.ts, which the package ships; lints it before.
// With --check it writes nothing and fails when the file is not what it would write.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const target = path("../src/control/document.ts");
const root = path("../../..");

const made = await make();
if (process.argv.includes("--check")) {
  const committed = await readFile(target, "utf8").catch(() => "");
  if (committed !== made) {
    console.error(
      "src/control/document.ts is not what control/openapi.yaml gives. Run: node scripts/control-document.mjs",
    );
    process.exit(1);
  }
} else {
  await writeFile(target, made);
  console.log("src/control/document.ts is written.");
}

/** The text of the module. */
async function make() {
  const folder = await mkdtemp(join(tmpdir(), "control-document-"));
  try {
    const bundle = join(folder, "openapi.json");
    await redocly("lint", path("../control/openapi.yaml"));
    await redocly(
      "bundle",
      path("../control/openapi.yaml"),
      "-o",
      bundle,
      "--component-renaming-conflicts-severity=error",
    );
    const document = JSON.stringify(JSON.parse(await readFile(bundle, "utf8")), null, 2);
    return await format(`// Written by scripts/control-document.mjs from control/openapi.yaml.
import type { ControlDocument } from "./control-document.ts";

/** The OpenAPI document of the control plane, in one piece. */
export const controlDocument: ControlDocument = ${document};
`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function redocly(command, ...args) {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const config = ["--config", path("../control/redocly.yaml")];
  try {
    await run(join(root, "node_modules/.bin/redocly"), [command, ...args, ...config], { env, cwd: root });
  } catch (error) {
    console.error(`${error.stdout ?? ""}${error.stderr ?? error}`);
    process.exit(1);
  }
}

/** The text as `biome check` wants it. */
async function format(text) {
  const done = run(join(root, "node_modules/.bin/biome"), ["format", "--stdin-file-path=document.ts"], {
    cwd: root,
    maxBuffer: 2 ** 26,
  });
  done.child.stdin?.end(text);
  return (await done).stdout;
}
