import { spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { BuildError } from "./build-error.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const command = fileURLToPath(new URL("../node_modules/.bin/redocly", import.meta.url));

/**
 * Runs the Redocly CLI of this package, without telemetry and update notice, and says nothing unless it fails.
 * @param args - The command and its arguments; files are named from the repository's root.
 * @throws {BuildError} Redocly fails; the message begins with its command and holds what it printed first.
 */
export function redocly(...args: readonly string[]): void {
  const isWindows = process.platform === "win32";
  const result = spawnSync(command, isWindows ? args.map((arg) => `"${arg}"`) : args, {
    cwd: root,
    encoding: "utf8",
    shell: isWindows, // a .cmd file does not start without one
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ""}`, // the same Node as ours
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    },
  });
  if (result.error)
    throw new BuildError(`redocly did not start: ${result.error.message}; run npm start once to install it`);
  if (result.status !== 0)
    throw new BuildError(`redocly ${args[0]}: ${firstFinding(`${result.stderr}\n${result.stdout}`)}`);
}

/** The first finding of Redocly's output as one line: file, line and what is wrong, without its progress and code frame. */
export function firstFinding(output: string): string {
  const lines = output
    .split("\n")
    .map((line) => line.replace(/^\[\d+\] |^\s*- /g, "").trim())
    .filter((line) => line !== "" && !/^(bundling|Prerendering|Found) /.test(line));
  return lines.slice(0, 2).join(" ") || "it failed without a word";
}
