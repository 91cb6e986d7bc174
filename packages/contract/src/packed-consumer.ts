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
  /** Type-checks `consumer.ts` strictly, declarations of dependencies included, and gives the compiler's output. */
  typecheck(tsc: string, moduleResolution: "nodenext" | "bundler"): Promise<string>;
  /** Runs `consumer.js` and gives what it prints. */
  run(): Promise<string>;
}

/**
 * Packs the packages, installs the tarballs with plain npm on the machine's own Node, and writes the consumer.
 * @param packages - Folders of the packages, dependencies first.
 * @param source - A module without types of its own, so that it is both TypeScript and JavaScript.
 * @throws {Error} The machine has no Node besides ours, or packing or installing fails.
 */
export async function packedConsumer(packages: string[], source: string): Promise<PackedConsumer> {
  const folder = await mkdtemp(join(tmpdir(), "packed-consumer-"));
  const bin = systemNodeFolder();
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}/usr/bin${delimiter}/bin`,
    npm_config_update_notifier: "false",
  };
  const tarballs: string[] = [];
  for (const [index, cwd] of packages.entries()) {
    const tarball = join(folder, `${index}.tgz`);
    await run("pnpm", ["pack", "--out", tarball], { cwd });
    tarballs.push(tarball);
  }
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  await run(join(bin, "npm"), ["install", "--no-audit", "--no-fund", ...tarballs], { cwd: folder, env });
  await writeFile(join(folder, "consumer.ts"), source);
  await writeFile(join(folder, "consumer.js"), source);
  return {
    folder,
    nodeVersion: (await run(join(bin, "node"), ["--version"])).stdout.trim(),
    async typecheck(tsc, moduleResolution) {
      const compilerOptions = {
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
        target: "es2022",
        lib: ["es2023", "dom", "dom.iterable", "esnext.disposable"],
        module: moduleResolution === "nodenext" ? "nodenext" : "esnext",
        moduleResolution,
        types: [],
      };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
      return await run(tsc, ["-p", ".", "--pretty", "false"], { cwd: folder }).then(
        ({ stdout }) => stdout,
        (error: { stdout?: string; message: string }) => error.stdout || error.message,
      );
    },
    async run() {
      return (await run(join(bin, "node"), ["consumer.js"], { cwd: folder, env })).stdout;
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
    },
  };
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
