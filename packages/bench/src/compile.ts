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
  /** Its own figure for all that it does, in milliseconds. */
  readonly totalMs: number;
  /** Files that it reads, declarations of dependencies and of the language included. */
  readonly files: number;
  /** Memory that it says it used, in MB of 1,000,000 bytes. */
  readonly megabytes: number;
}

/**
 * Type-checks one file of a folder strictly, as a program for Node.
 * @param checksDeclarations - Whether the declarations of dependencies are checked too, as without `skipLibCheck`.
 */
export async function compile(folder: string, file: string, checksDeclarations: boolean): Promise<Compiled> {
  const compilerOptions = {
    strict: true,
    skipLibCheck: !checksDeclarations,
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
  const figure = (name: string) => Number(new RegExp(`${name}:\\s+([\\d.]+)`).exec(output)?.[1] ?? Number.NaN);
  return {
    errors: typeErrors(output),
    instantiations: instantiations(output),
    checkMs: figure("Check time") * 1000,
    totalMs: figure("Total time") * 1000,
    files: figure("Files"),
    megabytes: figure("Memory used") / 1000,
  };
}
