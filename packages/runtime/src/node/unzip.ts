import { createWriteStream } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { openPromise, type ZipFile } from "yauzl";
import { ArchiveError } from "./archive-error.ts";
import { checkedStream } from "./checked-stream.ts";
import { checkEmptyTarget } from "./empty-target.ts";
import { type PlannedEntry, planExtraction } from "./extraction-plan.ts";

/** Options of {@link unzip}. */
export interface UnzipOptions {
  /**
   * Bytes that all files may have together, as the archive declares them.
   * @default 2147483648, far above a build of a web app, and small enough for any disk
   */
  readonly maxBytes?: number;
  /**
   * Entries that the archive may have.
   * @default 100000, above what build tools emit, and below what exhausts a file system
   */
  readonly maxFiles?: number;
  /** Ends the extraction when it aborts; nothing is written then. */
  readonly signal?: AbortSignal;
}

/**
 * Unpacks a ZIP archive into a folder that does not exist yet, or is empty. All or nothing: the names and sizes of all
 * entries are checked first, the files go into a folder beside the target, and that is moved into place at the end.
 * Files get the usual permissions; those in the archive are not taken over.
 * @returns The paths of the files below the folder, with slashes, in the order of the archive.
 * @throws {ArchiveError} An entry leads out of the folder, is a link, has a repeated name, is encrypted, or is not what
 * it declares; the archive is too large or damaged; or the folder cannot be the target. Nothing was written.
 */
export async function unzip(file: string, folder: string, options: UnzipOptions = {}): Promise<string[]> {
  const { maxBytes = 2 ** 31, maxFiles = 100_000, signal } = options;
  const target = resolve(folder);
  await checkEmptyTarget(target);
  const zip = await open(file);
  try {
    const plan = await planExtraction(zip.eachEntry(), { maxBytes, maxFiles });
    const staging = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    try {
      for (const planned of plan) await extract(zip, planned, staging, signal);
      await moveIntoPlace(staging, target);
    } catch (error) {
      await rm(staging, { recursive: true, force: true });
      throw error;
    }
    return plan.filter(({ isFolder }) => !isFolder).map(({ segments }) => segments.join("/"));
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError("damaged", `${file} cannot be unpacked (${(error as Error).message})`, undefined, error);
  } finally {
    zip.close();
  }
}

async function open(file: string): Promise<ZipFile> {
  try {
    // Names and sizes are checked by us, because yauzl's own errors do not tell the entry.
    return await openPromise(file, {
      autoClose: false,
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: false,
    });
  } catch (error) {
    throw new ArchiveError("damaged", `${file} is no ZIP archive (${(error as Error).message})`, undefined, error);
  }
}

async function extract(zip: ZipFile, planned: PlannedEntry, staging: string, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const path = join(staging, ...planned.segments);
  await mkdir(planned.isFolder ? path : dirname(path), { recursive: true });
  if (planned.isFolder) return;
  try {
    const data = await zip.openReadStreamPromise(planned.entry);
    await pipeline(data, checkedStream(planned), createWriteStream(path, { flags: "wx" }), { signal });
  } catch (error) {
    if (error instanceof ArchiveError || signal?.aborted) throw error;
    throw new ArchiveError("damaged", `cannot be read (${(error as Error).message})`, planned.name, error);
  }
}

async function moveIntoPlace(staging: string, target: string): Promise<void> {
  // mkdtemp makes a folder for its owner alone.
  await chmod(staging, 0o777 & ~process.umask());
  await rmdir(target).catch(() => {});
  await rename(staging, target);
}
