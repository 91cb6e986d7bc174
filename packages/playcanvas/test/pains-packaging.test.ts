import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, it } from "vitest";

interface Manifest {
  readonly publishConfig: { readonly exports: Record<string, string | Record<string, string>> };
}

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** The entries of a package's published manifest, installed in a folder with a stub for each file. */
async function installed(name: string, edit: (text: string) => string): Promise<{ folder: string; entries: string[] }> {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { publishConfig } = JSON.parse(await readFile(manifest, "utf8")) as Manifest;
  const folder = await mkdtemp(join(tmpdir(), "packaging-"));
  folders.push(folder);
  const home = join(folder, "node_modules", name);
  const entries: string[] = [];
  for (const [entry, target] of Object.entries(publishConfig.exports)) {
    if (typeof target === "string") continue;
    entries.push(join(name, entry));
    const file = join(home, target.default ?? "");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `export const entry = ${JSON.stringify(join(name, entry))};\n`);
  }
  const published = JSON.stringify({ name, type: "module", exports: publishConfig.exports });
  await writeFile(join(home, "package.json"), edit(published));
  return { folder, entries };
}

/** What a CommonJS and an ES module program print of the entries. */
async function loaded(folder: string, entries: readonly string[]): Promise<string[]> {
  const programs: [type: string, program: string][] = [
    ["commonjs", `console.log(${JSON.stringify(entries)}.map((entry) => require(entry).entry).join());`],
    ["module", `for (const entry of ${JSON.stringify(entries)}) console.log((await import(entry)).entry);`],
  ];
  return Promise.all(
    programs.map(async ([type, program]) => {
      const args = ["--no-warnings", `--input-type=${type}`, "-e", program];
      const run = promisify(execFile)(process.execPath, args, { cwd: folder });
      return (await run).stdout.trim().replaceAll("\n", ",");
    }),
  );
}

it.each(["@fairlead/playcanvas", "@fairlead/runtime"])(
  "every published entry of %s can be required and imported, though it is an ES module",
  async (name) => {
    const { folder, entries } = await installed(name, (text) => text);
    expect(entries.length).toBeGreaterThan(1);
    expect(await loaded(folder, entries)).toEqual([entries.join(), entries.join()]);
  },
);

it("an entry with import alone, and no default, could not be required", async () => {
  const { folder, entries } = await installed("@fairlead/playcanvas", (text) =>
    text.replaceAll('"default"', '"import"'),
  );
  await expect(loaded(folder, entries)).rejects.toThrow("ERR_PACKAGE_PATH_NOT_EXPORTED");
});
