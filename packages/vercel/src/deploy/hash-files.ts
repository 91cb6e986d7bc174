import type { FileDigest } from "./deploy-file.ts";
import { type PhaseCounter, phaseCounter, type TellProgress } from "./deploy-progress.ts";
import { inParallel } from "./in-parallel.ts";
import type { ListedFile } from "./list-files.ts";

/** A file with the digest of its bytes. */
export type HashedFile = Omit<ListedFile, "size"> & FileDigest;

/** Files that are read at once: more than a disk needs to be busy, and few enough that large ones fit into memory. */
const AT_ONCE = 4;

/**
 * Reads all files, and gives them with their digests in the same order.
 * @throws {RequestError} A file can't be read.
 * @throws {AbortedError} The signal aborted.
 */
export async function hashFiles(
  files: readonly ListedFile[],
  signal: AbortSignal | undefined,
  tell: TellProgress,
): Promise<HashedFile[]> {
  const counter: PhaseCounter = phaseCounter("hashing", tell);
  counter.expect(files.length, bytesOf(files));
  const hashed: HashedFile[] = [];
  await inParallel([...files.entries()], AT_ONCE, signal, async ([index, { size: listed, ...file }], both) => {
    const { sha, size } = await file.digest(both);
    // Where a file has grown since it was listed.
    if (size !== listed) counter.expect(0, size - listed);
    hashed[index] = { ...file, sha, size };
    counter.add(1, size);
  });
  return hashed;
}

/** The length of files together. */
export function bytesOf(files: readonly Pick<FileDigest, "size">[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
