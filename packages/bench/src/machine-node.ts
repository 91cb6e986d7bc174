import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { PackedConsumer } from "@fairlead/contract";
import { build } from "esbuild";

const execute = promisify(execFile);

/** A Node to measure on, and the machine's npm. */
export interface MachineNode {
  /** Version of Node, such as `v20.19.0`. */
  readonly version: string;
  /** Runs npm in a folder and gives what it prints. */
  npm(folder: string, ...args: string[]): Promise<string>;
  /** Runs a program of `programs/` and gives the JSON that it prints. */
  run<T>(program: string, input: unknown): Promise<T>;
}

/**
 * Finds the machine's Node as the packed consumer did, and gives it beside the Node of our scripts, which all peers run
 * on.
 * @param folder - Where programs are written as JavaScript: an older Node may know no types.
 */
export async function machineNodes(
  consumer: PackedConsumer,
  folder: string,
): Promise<{ readonly scripts: MachineNode; readonly machine: MachineNode }> {
  const paths = JSON.parse(await consumer.run("console.log(JSON.stringify([process.execPath, process.env.PATH]))"));
  const [node = "node", PATH = ""]: string[] = paths;
  const env = { ...process.env, PATH, npm_config_update_notifier: "false", npm_config_loglevel: "error" };
  const maxBuffer = 64 * 1024 * 1024;
  const built = new Map<string, Promise<string>>();
  const on = (version: string, executable: string): MachineNode => ({
    version,
    npm: async (cwd, ...args) => (await execute("npm", args, { cwd, env, maxBuffer })).stdout,
    async run(program, input) {
      const made = built.get(program) ?? toJavaScript(program, folder);
      built.set(program, made);
      const file = join(folder, "input.json");
      await writeFile(file, JSON.stringify(input));
      const { stdout } = await execute(executable, [await made, file], { cwd: folder, env, maxBuffer });
      return JSON.parse(stdout);
    },
  });
  return { scripts: on(process.version, process.execPath), machine: on(consumer.nodeVersion, node) };
}

async function toJavaScript(program: string, folder: string): Promise<string> {
  const outfile = join(folder, `${program}.mjs`);
  const entry = fileURLToPath(new URL(`programs/${program}.ts`, import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
  return outfile;
}
