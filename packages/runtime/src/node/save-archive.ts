import { mkdtemp, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Download } from "../files/download.ts";
import { checkEmptyTarget } from "./empty-target.ts";
import { saveTarget } from "./save-target.ts";
import { type DownloadProgress, toFile } from "./to-file.ts";
import { unzip } from "./unzip.ts";

/** How far the saving of an archive is. */
export type ArchiveProgress = ({ readonly step: "fetch" } & DownloadProgress) | { readonly step: "unpack" };

/** Options of {@link saveArchive}. */
export interface SaveArchiveOptions {
  /** Ends it when it aborts; nothing is kept then. */
  readonly signal?: AbortSignal;
  /** Is told how far it is: at most every 100 ms while it is fetched, and once before it is unpacked. */
  readonly onProgress?: (progress: ArchiveProgress) => void;
}

/** An archive that was saved. */
export interface SavedArchive {
  /** The whole path of the folder, or of the archive where it was not unpacked. */
  readonly path: string;
  /** Bytes of the archive. */
  readonly size: number;
  /** The paths of the unpacked files below the folder, with slashes; none where it was not unpacked. */
  readonly files: readonly string[];
}

/** Whether a target is the archive itself, and no folder to unpack it into. */
const isArchive = (target: string) => /\.zip$/i.test(target);

/**
 * Refuses a target that {@link saveArchive} would refuse, before anything is sent or begun for it.
 * @throws {ArchiveError} The folder is not empty, or what it would stand in does not exist.
 * @throws {RequestError} The archive could not be written there.
 */
export async function checkArchiveTarget(target: string): Promise<void> {
  if (isArchive(target)) await saveTarget(target);
  else await checkEmptyTarget(resolve(target));
}

/**
 * Fetches a ZIP archive and unpacks it, all or nothing.
 * @param target - A folder that does not exist yet or is empty; or a path that ends in `.zip`, where the archive is kept
 * as it is.
 * @throws {ArchiveError} The archive is damaged or not safe to unpack, or the folder cannot be the target.
 * @throws {FairleadError} It could not be fetched; see {@link toFile}.
 */
export async function saveArchive(
  download: Pick<Download, "open">,
  target: string,
  { signal, onProgress }: SaveArchiveOptions = {},
): Promise<SavedArchive> {
  await checkArchiveTarget(target);
  const options = {
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (progress: DownloadProgress) => onProgress({ step: "fetch", ...progress }) }),
  };
  if (isArchive(target)) return { ...(await toFile(download, target, options)), files: [] };
  const folder = resolve(target);
  // Beside the target: what has room for the files has it for the archive.
  const staging = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    const archive = join(staging, "archive.zip");
    const { size } = await toFile(download, archive, options);
    onProgress?.({ step: "unpack" });
    return { path: folder, size, files: await unzip(archive, folder, signal && { signal }) };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
