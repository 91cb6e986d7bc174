import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { installedPackages } from "@fairlead/contract";

/** What `npm install` of a package leaves on the disk. */
export interface InstalledSize {
  /** All files of the package and its dependencies. */
  readonly bytes: number;
  /** The package and its dependencies; those that are nested in another package are not counted. */
  readonly packages: number;
}

/** Weighs `node_modules` of a folder by the lengths of its files, without npm's own records. */
export async function installedSize(folder: string): Promise<InstalledSize> {
  const names = await installedPackages(folder);
  const sizes = await Promise.all(names.map((name) => bytesOf(join(folder, "node_modules", name))));
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), packages: names.length };
}

async function bytesOf(path: string): Promise<number> {
  const entry = await lstat(path);
  if (!entry.isDirectory()) return entry.size;
  let bytes = 0;
  for (const name of await readdir(path)) bytes += await bytesOf(join(path, name));
  return bytes;
}
