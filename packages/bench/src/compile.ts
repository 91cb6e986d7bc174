import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { instantiations, typeErrors } from "@fairlead/contract";

const run = promisify(execFile);
const tsc = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));

/** What the compiler says of a file. */
export interface Compiled {
  readonly errors: readonly string[];
  readonly instantiations: number;
  /** Its own figure for checking, in milliseconds. */
  readonly checkMs: number;
}

/** Type-checks one file of a folder strictly, as a program for Node; declarations of dependencies are not checked. */
export async function compile(folder: string, file: string): Promise<Compiled> {
  const compilerOptions = {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable", "esnext.disposable"],
    module: "nodenext",
    types: [],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  const output = await run(tsc, ["-p", ".", "--pretty", "false", "--extendedDiagnostics"], { cwd: folder }).then(
    ({ stdout }) => stdout,
    (error: { stdout?: string; message: string }) => error.stdout || error.message,
  );
  const seconds = Number(/Check time:\s+([\d.]+)s/.exec(output)?.[1] ?? Number.NaN);
  return { errors: typeErrors(output), instantiations: instantiations(output), checkMs: seconds * 1000 };
}
