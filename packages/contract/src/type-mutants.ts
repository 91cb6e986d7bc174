import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A generated type that was replaced by `unknown`. */
export interface TypeMutant {
  /** Name of the type. */
  name: string;
  /** Whether the type tests no longer compiled. */
  noticed: boolean;
}

/** A top-level exported type of a generated file: where it stands, and what `unknown` looks like in its place. */
interface Target {
  name: string;
  start: number;
  end: number;
}

/**
 * Replaces each exported type of `src/generated/operations.ts` by `unknown`, one at a time, and compiles the type tests
 * of the package (`*.test-d.ts`) each time. A mutant counts as noticed only if an error stands in a type test, not in the
 * generated code.
 * @param folder - The package, with a slash at the end.
 * @throws {Error} The package does not compile without any mutation.
 */
export async function typeMutants(folder: URL): Promise<TypeMutant[]> {
  const copies = await Promise.all([copyPackage(folder), copyPackage(folder)]); // one per processor of a small machine
  try {
    const code = await readFile(fileURLToPath(new URL(generated, folder)), "utf8");
    const clean = await errorsOf(copies[0]);
    if (clean.length > 0) throw new Error(`The package does not compile:\n${clean.join("\n")}`);
    const queue = targets(code);
    const mutants: TypeMutant[] = [];
    await Promise.all(
      copies.map(async (copy) => {
        for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
          const { name, start, end } = target;
          const mutated = `${code.slice(0, start)}export type ${name} = unknown;${code.slice(end)}`;
          await writeFile(join(copy, generated), mutated);
          mutants.push({ name, noticed: (await errorsOf(copy)).some((line) => line.startsWith("test/")) });
        }
      }),
    );
    return mutants;
  } finally {
    await Promise.all(copies.map((copy) => rm(join(copy, "../.."), { recursive: true, force: true })));
  }
}

/** The mutated file. */
const generated = "src/generated/operations.ts";

/** Finds the exported types and interfaces of a generated file; each ends at a line that ends the statement. */
export function targets(code: string): Target[] {
  const found: Target[] = [];
  for (const match of code.matchAll(/^export (type|interface) (\w+)/gm)) {
    const [, kind, name = ""] = match;
    const stop = kind === "interface" ? /^\}$/m : /;$/m;
    const rest = code.slice(match.index);
    const end = stop.exec(rest);
    if (end === null) throw new Error(`${name} has no end.`);
    found.push({ name, start: match.index, end: match.index + end.index + end[0].length });
  }
  return found;
}

/** Copies sources and tests to a folder of their own, with the same dependencies. */
async function copyPackage(folder: URL): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "type-mutants-"));
  const copy = join(root, "packages/mutant");
  await mkdir(copy, { recursive: true });
  const from = (name: string) => fileURLToPath(new URL(name, folder));
  await cp(from("../../tsconfig.base.json"), join(root, "tsconfig.base.json"));
  for (const part of ["src", "test", "package.json"]) await cp(from(part), join(copy, part), { recursive: true });
  // The type tests alone and what they import: a mock beside the client would make each of the many runs slow.
  const tsconfig = { extends: "../../tsconfig.base.json", include: ["test/**/*.test-d.ts"] };
  await writeFile(join(copy, "tsconfig.json"), JSON.stringify(tsconfig));
  await symlink(from("node_modules"), join(copy, "node_modules"));
  return copy;
}

/** The errors of the compiler, one a line, with paths relative to the folder. */
function errorsOf(cwd: string): Promise<string[]> {
  const tsc = join(cwd, "node_modules/.bin/tsc");
  return new Promise((resolve) => {
    execFile(tsc, ["-p", ".", "--pretty", "false"], { cwd, maxBuffer: 1 << 26 }, (_error, stdout) => {
      resolve(stdout.split("\n").filter((line) => line.includes("error TS")));
    });
  });
}
