import { lstat, readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { ArchiveError } from "./archive-error.ts";

/**
 * Refuses a folder that files cannot be unpacked into.
 * @param target - Its whole path.
 * @throws {ArchiveError} It is not empty, or the folder that it would stand in does not exist.
 */
export async function checkEmptyTarget(target: string): Promise<void> {
  const state = await lstat(target).catch(() => undefined);
  if (state && (!state.isDirectory() || (await readdir(target)).length > 0)) {
    throw new ArchiveError("target", `${target} exists and is no empty folder; name another, or remove it`);
  }
  const parent = await lstat(dirname(target)).catch(() => undefined);
  if (!parent) throw new ArchiveError("target", `the folder ${dirname(target)} does not exist; make it first`);
}
