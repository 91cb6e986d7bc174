// turbo with telemetry off, the repository's own tools first on PATH, and TOOLS naming what this machine has.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../node_modules/.bin", import.meta.url));
const path = `${bin}${delimiter}${process.env.PATH ?? ""}`;
const env = {
  ...process.env,
  PATH: path,
  TOOLS: ["chromium"].filter(isInstalled).join(","), // in the hash of the tests (turbo.json)
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  SCARF_ANALYTICS: "false",
};
const shell = process.platform === "win32";
const { status, error } = spawnSync("turbo", process.argv.slice(2), { stdio: "inherit", env, shell });
if (error) throw error;
process.exit(status ?? 1);

function isInstalled(tool) {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
