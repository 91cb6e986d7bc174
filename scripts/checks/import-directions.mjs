// Forbids imports against the direction apps -> packages/<api> -> packages/runtime, and reaching into another package's files.
// Why: a user of a client must not load the mock, and a room that knows its users can't be moved.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { sourceFiles } from "../source-files.mjs";

/** How to get rid of a finding. */
export const fix =
  "import by package name, along apps -> packages/<api> -> packages/runtime (docs/decisions/0002-rooms.md).";

const general = ["behaviors", "bench", "codegen", "contract", "runtime", "sandbox"];
/**
 * What each general package may import of ours. Codegen writes the tables that the sandbox reads, and takes their type from
 * there; contract tests a client against the sandbox, by what the document declares; bench packs and weighs as it does.
 */
const allowed = {
  behaviors: [],
  bench: ["contract"],
  codegen: ["behaviors", "sandbox"],
  contract: ["behaviors", "runtime", "sandbox"],
  runtime: [],
  sandbox: ["behaviors"],
};
const imports =
  /^(?:import|export|\})[^"'`\n]*from\s+["']([^"']+)["']|^import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

/** One line per import that goes the wrong way. */
export function check(root) {
  const findings = [];
  for (const file of sourceFiles(root, "packages", "apps", "spec").filter((name) => /\.(ts|mts|mjs|js)$/.test(name))) {
    const [area, room, ...rest] = file.split("/");
    const test = /(^|\/)(test|examples|bench)\/|\.test(-d)?\.ts$|vitest\..*config\.ts$|tsdown\.config\.ts$/.test(
      rest.join("/"),
    );
    for (const [, from, bare, dynamic] of readFileSync(join(root, file), "utf8").matchAll(imports)) {
      const target = from ?? bare ?? dynamic;
      const reason = refuse({ root, file, area, room, rest: rest.join("/"), test, target });
      if (reason !== undefined) findings.push(`${file}: imports ${target}: ${reason}`);
    }
  }
  return findings;
}

function refuse({ root, file, area, room, rest, test, target }) {
  if (target.startsWith(".")) {
    const path = normalize(join(dirname(file), target))
      .split(sep)
      .join("/");
    if (path.startsWith(`${area}/${room}/`)) return undefined;
    if (test && !path.startsWith("packages/") && !path.startsWith("apps/")) return undefined; // vitest.base.ts, spec/<api>/dist
    return `leaves ${area}/${room}; import other packages by name`;
  }
  const name = /^@fairlead\/([^/]+)/.exec(target)?.[1];
  if (name === undefined || name === room || name.startsWith("spec-")) return undefined;
  if (existsSync(join(root, "apps", name))) return "nothing imports an app";
  if (area !== "packages") return undefined;
  if (test) return undefined;
  if (general.includes(room)) return allowed[room].includes(name) ? undefined : `${room} may not know ${name}`;
  if (!general.includes(name)) return "API packages never import each other";
  if (name === "sandbox" && !rest.startsWith("src/sandbox/")) return "the client never imports the sandbox";
  return name === "runtime" || name === "sandbox" ? undefined : `${name} is a tool, not a dependency`;
}
