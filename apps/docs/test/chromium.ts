import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { describe, test } from "vitest";

/** The name under which the site is visited: on a local name the reference would keep its telemetry to itself. */
export const siteHost = "docs.example.org";

const howToInstall = "Chromium is missing; install it with `apt-get install chromium`";
const executablePath = findOnPath("chromium", process.env.PATH ?? "");

/** Where an executable is, or `undefined`. */
export function findOnPath(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** What to do with tests that need Chromium: a skip is a failure where the variable `REQUIRE` names it. */
export function planFor(executable: string | undefined, required: string | undefined): "run" | "skip" | "fail" {
  if (executable !== undefined) return "run";
  return (required ?? "").split(",").includes("chromium") ? "fail" : "skip";
}

/** `describe` for tests that need Chromium; where it is missing, a line says how to get it. */
export function describeInChromium(title: string, body: () => void): void {
  const plan = planFor(executablePath, process.env.REQUIRE);
  if (plan === "run") describe(title, body);
  else if (plan === "skip") {
    console.warn(`Skipped: ${title}. ${howToInstall}.`);
    describe.skip(title, body);
  } else {
    test(title, () => {
      throw new Error(`${howToInstall}. REQUIRE=${process.env.REQUIRE} makes this a failure.`);
    });
  }
}

/** Starts Chromium, which finds {@link siteHost} on this machine and no other host anywhere. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--host-resolver-rules=MAP ${siteHost} 127.0.0.1, MAP * ~NOTFOUND`,
    ],
  });
}
