// Forbids that an API's package, its src/version.ts and its document state different versions.
// Why: the version in User-Agent and on the docs page is how a user tells us what they run.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How to get rid of a finding. */
export const fix = "change versions by `npm run release:version` only.";

/** One line per place that disagrees with package.json. */
export function check(root) {
  const findings = [];
  for (const { name } of readdirSync(join(root, "spec"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    const { version } = JSON.parse(read(root, `packages/${name}/package.json`) || "{}");
    const places = {
      [`packages/${name}/src/version.ts`]: /version = "([^"]*)"/,
      [`spec/${name}/openapi.yaml`]: /^ {2}version: (.*)$/m,
    };
    for (const [file, pattern] of Object.entries(places)) {
      const found = pattern.exec(read(root, file))?.[1];
      if (found !== version) findings.push(`${file}: ${found ?? "no version"}, package.json has ${version}`);
    }
  }
  return findings;
}

/** The text of a file, or nothing. */
function read(root, file) {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch {
    return "";
  }
}
