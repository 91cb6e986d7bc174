import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FIRST_LINE } from "./generate.ts";

/** What the sandbox reads; git ignores it, so it is never stale. */
const TABLES = "sandbox.json";

/** Writes the files, and removes files of earlier runs that are generated no more. Files written by hand stay. */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  for (const name of await extraFiles(folder, files)) {
    if ((await readIfThere(join(folder, name)))?.startsWith(FIRST_LINE)) await rm(join(folder, name));
  }
}

/** Writes the tables of the sandbox into the folder, unless they are there already: a file without a change keeps its time. */
export async function writeTables(folder: string, text: string): Promise<void> {
  if ((await readIfThere(join(folder, TABLES))) === text) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, TABLES), text);
}

/** The paths of files that are missing, differ from what would be generated, or do not belong into the folder. */
export async function staleFiles(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [name, text] of files)
    if ((await readIfThere(join(folder, name))) !== text) stale.push(join(folder, name));
  for (const name of await extraFiles(folder, files)) stale.push(`${join(folder, name)} (not generated)`);
  return stale;
}

async function extraFiles(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const names = await readdir(folder).catch(whenMissing([]));
  return names.filter((name) => !files.has(name) && name !== TABLES).sort();
}

/** The text of a file; nothing where there is none, or where the name is a folder's. */
async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(whenMissing(undefined));
}

function whenMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT" || error.code === "EISDIR") return value;
    throw error;
  };
}
