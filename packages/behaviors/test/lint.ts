import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
const config = fileURLToPath(new URL("../../../redocly.yaml", import.meta.url));

/** One finding of Redocly, cut down to what a reader sees. */
export interface Finding {
  readonly rule: string;
  readonly severity: string;
  /** File name, without folders. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** The files of one document by name; `openapi.yaml` is the entry. */
export type Files = Readonly<Record<string, string>>;

/** Makes a folder of documents, each in a folder of its own; `remove` deletes it all. */
export function writeDocuments(documents: Readonly<Record<string, Files>>): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "behaviors-"));
  for (const [name, files] of Object.entries(documents)) {
    for (const [file, text] of Object.entries(files)) {
      const path = join(root, name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  return { root, remove: () => rmSync(root, { recursive: true }) };
}

/** Runs the Redocly CLI with the repository's configuration. */
export function redocly(cwd: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const command = [cli, ...args, "--config", config];
  return spawnSync(process.execPath, command, { cwd, env, encoding: "utf8", maxBuffer: 64 * 2 ** 20 });
}

/** Lints several documents with the repository's configuration in one run of the Redocly CLI; findings by document. */
export function lint<Name extends string>(documents: Readonly<Record<Name, Files>>): Record<Name, Finding[]> {
  const { root, remove } = writeDocuments(documents);
  try {
    const names = Object.keys(documents) as Name[];
    const { stdout, stderr } = redocly(
      root,
      "lint",
      ...names.map((name) => `${name}/openapi.yaml`),
      "--format",
      "json",
    );
    const found = stdout.split(/(?<=^\})(?=\{$)/m).flatMap((text) => problemsIn(text, stderr));
    return Object.fromEntries(
      names.map((name) => [name, found.filter(({ path }) => path.startsWith(`${name}/`)).map(toFinding)]),
    ) as Record<Name, Finding[]>;
  } finally {
    remove();
  }
}

interface RedoclyProblem {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly location: readonly [
    { readonly source: { readonly ref: string }; readonly start: { readonly line: number } },
  ];
}

function problemsIn(text: string, stderr: string): { path: string; problem: RedoclyProblem }[] {
  if (!text.startsWith("{")) throw new Error(`Redocly gave no findings as JSON: ${text}\n${stderr}`);
  const { problems } = JSON.parse(text) as { problems: RedoclyProblem[] };
  return problems.map((problem) => ({ path: problem.location[0].source.ref, problem }));
}

function toFinding({ path, problem }: { path: string; problem: RedoclyProblem }): Finding {
  const { ruleId: rule, severity, message, location } = problem;
  return { rule, severity, file: path.split("/").at(-1) ?? path, line: location[0].start.line, message };
}
