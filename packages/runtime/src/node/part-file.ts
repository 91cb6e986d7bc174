import { randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";

/** A file that is being written, beside the one that it will be. */
export interface PartFile {
  /** Where it is written. */
  readonly handle: FileHandle;
  /** Puts it in the place of the target, at once and with all bytes on disk. */
  keep(): Promise<void>;
  /** Removes it. */
  drop(): Promise<void>;
}

/**
 * Begins `<target>.part`. Where there is one, which another transfer may be writing, a name of its own goes between, so
 * that two at once do not mix: the one that ends last stays.
 */
export async function openPart(target: string): Promise<PartFile> {
  let path = `${target}.part`;
  const handle = await open(path, "wx").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    path = `${target}.${randomBytes(4).toString("hex")}.part`;
    return open(path, "wx");
  });
  return {
    handle,
    async keep() {
      // Before the name is there, so that it never stands for an empty file after a crash.
      await handle.sync();
      await handle.close();
      await rename(path, target);
    },
    async drop() {
      await handle.close();
      await rm(path, { force: true });
    },
  };
}
