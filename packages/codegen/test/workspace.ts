import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The document of an invented museum: every form that the generator knows, in 11 operations. */
export const MUSEUM: string = fileURLToPath(new URL("museum.json", import.meta.url));

const COMMAND = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const BASE = fileURLToPath(new URL("../../../tsconfig.base.json", import.meta.url));
const TYPES = fileURLToPath(new URL("../node_modules/@types", import.meta.url));
/** The repository's own TypeScript; this package's is older, because openapi-typescript needs it. */
const TSC = join(dirname(createRequire(BASE).resolve("typescript/package.json")), "bin/tsc");
/** The entries of the runtime that generated files import, by name. */
const RUNTIME: Readonly<Record<string, string>> = Object.fromEntries(
  ["@fairlead/runtime", "@fairlead/runtime/files", "@fairlead/runtime/streams", "@fairlead/runtime/waiters"].map(
    (name) => [name, fileURLToPath(import.meta.resolve(name))],
  ),
);

/** What a finished process left. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty folder outside the repository. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fairlead-codegen-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  return folder;
}

/** Removes a folder of {@link makeFolder}. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs `fairlead-generate` as a user would. */
export function runCommand(...args: string[]): Run {
  return spawnSync(process.execPath, [COMMAND, ...args], { encoding: "utf8" });
}

/** What rows of the museum name of the runtime. */
const NAMED = [
  ...[
    "asBlob",
    "asJson",
    "asLines",
    "asNothing",
    "asText",
    "binaryBody",
    "formBody",
    "jsonBody",
    "multipartBody",
    "textBody",
  ],
  ...[
    "anyHost",
    "byCursor",
    "byLastId",
    "byOffset",
    "inHeader",
    "inPath",
    "inQuery",
    "inSegment",
    "listValue",
    "scalarValue",
    "structuredValue",
    "xRateLimit",
  ],
  "fileResult",
  ...["AuthenticationError", "BadRequestError", "ConflictError", "NotFoundError"],
];

/** The rows of a generated folder, as Node runs it: `operation` gives the row back, with what goes with a job, and what it names is the name. */
export function readRows(generated: string): Record<string, Record<string, unknown>> {
  const runtime = join(dirname(generated), "node_modules/@fairlead/runtime");
  mkdirSync(runtime, { recursive: true });
  writeFileSync(
    join(runtime, "package.json"),
    '{ "type": "module", "exports": { ".": "./index.js", "./files": "./index.js", "./streams": "./index.js", "./waiters": "./index.js" } }',
  );
  const names = NAMED.map((name) => `export const ${name} = "${name}";\n`).join("");
  writeFileSync(
    join(runtime, "index.js"),
    `export const operation = (row) => row;
export const listOperation = operation;
export const fileOperation = operation;
export const streamOperation = operation;
export const streamableOperation = operation;
export const jobOperation = (row, { status, ...code }) => ({ ...row, ...code, get status() { return status?.().id; } });
${names}`,
  );
  const script = `console.log(JSON.stringify({ ...await import(${JSON.stringify(join(generated, "operations.ts"))}) }))`;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  rmSync(join(dirname(generated), "node_modules"), { recursive: true });
  return JSON.parse(output);
}

/**
 * Type-checks one file and what it imports under the repository's settings, with the real runtime.
 * @returns The compiler's messages about files in the folder, one a line; the runtime's own sources are not judged here.
 */
export function typeCheck(folder: string, file: string, code: string): string[] {
  writeFileSync(join(folder, file), code);
  const { stdout } = compile(folder, file, {});
  return stdout.split("\n").filter((line) => line.includes("error TS") && !line.startsWith(".."));
}

/**
 * Type-checks one file against declarations, as a user does whose `tsconfig.json` has `skipLibCheck`.
 * @param code - Imports the client as `#client`.
 * @returns How many type instantiations the compiler counted.
 */
export function countInstantiations(folder: string, code: string): number {
  const declarations = join(folder, "declarations");
  const published = (path: string): string => join(declarations, path.replace(/\.ts$/, ".d.ts"));
  if (!existsSync(declarations)) {
    const emit = { noEmit: false, emitDeclarationOnly: true, outDir: declarations, rootDir: "/" };
    const { stdout } = compile(folder, "generated/client.ts", emit);
    if (stdout.includes("error TS")) throw new Error(stdout); // else what is missing would count as free
  }
  writeFileSync(join(folder, "cost.ts"), code);
  const paths = {
    ...Object.fromEntries(Object.entries(RUNTIME).map(([name, path]) => [name, [published(path)]])),
    "#client": [published(join(folder, "generated/client.ts"))],
  };
  const { stdout } = compile(folder, "cost.ts", { paths, skipLibCheck: true });
  if (stdout.includes("error TS")) throw new Error(stdout);
  return Number(/^Instantiations:\s+(\d+)$/m.exec(stdout)?.[1]);
}

function compile(folder: string, file: string, options: object): Run {
  const compilerOptions = {
    typeRoots: [TYPES],
    paths: Object.fromEntries(Object.entries(RUNTIME).map(([name, path]) => [name, [path]])),
    ...options,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ extends: BASE, compilerOptions, files: [file] }));
  const run = spawnSync(process.execPath, [TSC, "-p", folder, "--extendedDiagnostics", "--pretty", "false"], {
    encoding: "utf8",
    cwd: folder,
  });
  if (!run.stdout.includes("Instantiations:")) throw new Error(`tsc did not run: ${run.stdout}${run.stderr}`);
  return run;
}
