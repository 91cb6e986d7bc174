import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** An empty folder in which the packed packages are installed, as a user's project would have them. */
export interface PackedConsumer extends AsyncDisposable {
  folder: string;
  /** Version of the Node that runs the consumer: the machine's own, not the one of our scripts. */
  nodeVersion: string;
  /**
   * Type-checks a module strictly, and gives what the compiler prints.
   * @param checkDeclarations - Whether the declarations of dependencies are checked too.
   */
  typecheck(compiler: Compiler, source: string, checkDeclarations?: boolean): Promise<string>;
  /** Runs a module with the machine's own Node and gives what it prints. */
  run(source: string): Promise<string>;
}

/** A TypeScript compiler and how it looks for modules. */
export interface Compiler {
  /** Path of `tsc`. */
  tsc: string;
  moduleResolution: "nodenext" | "bundler";
}

/**
 * Packs the packages and installs the tarballs with plain npm on the machine's own Node.
 * @param packages - Folders of the packages, dependencies first.
 * @throws {Error} The machine has no Node besides ours, or packing or installing fails.
 */
export async function packedConsumer(packages: string[]): Promise<PackedConsumer> {
  const folder = await mkdtemp(join(tmpdir(), "packed-consumer-"));
  const bin = systemNodeFolder();
  const env = { ...process.env, PATH: [bin, "/usr/bin", "/bin"].join(delimiter), npm_config_update_notifier: "false" };
  const tarballs: string[] = [];
  for (const [index, cwd] of packages.entries()) {
    const tarball = join(folder, `${index}.tgz`);
    await run("pnpm", ["pack", "--out", tarball], { cwd });
    tarballs.push(tarball);
  }
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  await run(join(bin, "npm"), ["install", "--no-audit", "--no-fund", ...tarballs], { cwd: folder, env });
  return {
    folder,
    nodeVersion: (await run(join(bin, "node"), ["--version"])).stdout.trim(),
    async typecheck({ tsc, moduleResolution }, source, checkDeclarations = true) {
      const compilerOptions = {
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: !checkDeclarations,
        noEmit: true,
        target: "es2022",
        lib: ["es2023", "dom", "dom.iterable", "esnext.disposable"],
        module: moduleResolution === "nodenext" ? "nodenext" : "esnext",
        moduleResolution,
        types: [],
      };
      await writeFile(join(folder, "consumer.ts"), source);
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
      return await run(tsc, ["-p", ".", "--pretty", "false", "--extendedDiagnostics"], { cwd: folder }).then(
        ({ stdout }) => stdout,
        (error: { stdout?: string; message: string }) => error.stdout || error.message,
      );
    },
    async run(source) {
      await writeFile(join(folder, "consumer.js"), source);
      return (await run(join(bin, "node"), ["consumer.js"], { cwd: folder, env })).stdout;
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The errors in what a compiler printed, one a line. */
export function typeErrors(output: string): string[] {
  return output.split("\n").filter((line) => line.includes("error TS"));
}

/** The number of type instantiations in what a compiler printed. */
export function instantiations(output: string): number {
  return Number(/Instantiations:\s+(\d+)/.exec(output)?.[1] ?? Number.NaN);
}

/** The names of the packages in `node_modules` of a folder, scoped ones with their scope. */
export async function installedPackages(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const name of await readdir(join(folder, "node_modules"))) {
    if (name.startsWith(".")) continue;
    if (!name.startsWith("@")) names.push(name);
    else for (const inner of await readdir(join(folder, "node_modules", name))) names.push(`${name}/${inner}`);
  }
  return names.sort();
}

/** The folder of the first Node on PATH that no node_modules provides. */
function systemNodeFolder(): string {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  const found = folders.find((folder) => existsSync(join(folder, "node")) && existsSync(join(folder, "npm")));
  if (found === undefined) throw new Error("No folder on PATH has both node and npm: install Node 20.19 or later.");
  return found;
}
