import { systemClock } from "../clock.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { TransferError, type TransferErrorKind } from "../errors/transfer-error.ts";
import type { Download, OpenFile } from "../files/download.ts";
import { progressMeter } from "../files/progress-meter.ts";
import { callOfBody } from "../response/guarded-body.ts";
import { type Digests, digestsOf, type WantedDigests } from "./digests.ts";
import { openPart, type PartFile } from "./part-file.ts";
import { saveTarget } from "./save-target.ts";

/** How far a download is. */
export interface DownloadProgress {
  /** Bytes that have come. */
  readonly received: number;
  /** Bytes that there are; `undefined` where nobody knows. */
  readonly total: number | undefined;
}

/** Options of {@link toFile}. */
export interface ToFileOptions extends WantedDigests {
  /** Ends the transfer within one tick when it aborts; nothing is kept then. */
  readonly signal?: AbortSignal;
  /** Is told how far it is: at most every 100 ms, and once at the end. What it throws is ignored. */
  readonly onProgress?: (progress: DownloadProgress) => void;
  /** The bytes that the file must have. */
  readonly size?: number;
}

/** A file that is complete on disk. */
export interface SavedFile {
  /** Its whole path. */
  readonly path: string;
  /** Its bytes. */
  readonly size: number;
}

/**
 * Writes a download to a file, all or nothing: to `<path>.part` first, which takes the place of the target when it is
 * complete, checked and on disk. Where that fails it is removed, and a file that stood at the target stays.
 * @param path - The file; or a folder that exists, where the file gets the name that the server has for it.
 * @throws {RequestError} The path or an option is wrong; see {@link saveTarget}.
 * @throws {TransferError} The file has another size or digest than it must have.
 * @throws {ApiError} The server answered, and not with a 2xx.
 * @throws {TransportError} It gave no complete answer, or the signal aborted.
 * @throws {Error} The file system refused: the error is Node's own.
 */
export async function toFile(
  download: Pick<Download, "open">,
  path: string,
  { signal, onProgress, size: wantedSize, ...wanted }: ToFileOptions = {},
): Promise<SavedFile> {
  const digests = digestsOf(wanted);
  if (wantedSize !== undefined && !(Number.isSafeInteger(wantedSize) && wantedSize >= 0))
    throw new RequestError(undefined, "toFile: size must be a number of bytes");
  const targetOf = await saveTarget(path);
  const file = await download.open(signal && { signal });
  let part: PartFile | undefined;
  try {
    const target = await targetOf(file.name);
    part = await openPart(target);
    const tell = onProgress && progressMeter(systemClock, onProgress);
    const size = await receive(file, part, digests, wantedSize, tell);
    await part.keep();
    return { path: target, size };
  } catch (error) {
    // Both may have ended already, and the error is the news.
    await file.stream.cancel().catch(() => {});
    await part?.drop().catch(() => {});
    throw error;
  }
}

/**
 * Takes the bytes of a file and checks them. Here is the place to go on with a transfer that breaks off: the part has what
 * came, the digests have seen it, and `file.etag` is what `If-Range` wants.
 */
async function receive(
  file: OpenFile,
  { handle }: PartFile,
  digests: Digests,
  wantedSize: number | undefined,
  tell: ((progress: DownloadProgress, isLast?: boolean) => void) | undefined,
): Promise<number> {
  const total = wantedSize ?? file.size;
  let received = 0;
  const refuse = (kind: TransferErrorKind, why: string) =>
    new TransferError(callOfBody(file.stream), `${why}; no file was written`, { kind });
  const wrongSize = (found: string) => refuse("size", `the file has ${found} bytes and not ${wantedSize}`);

  if (wantedSize !== undefined && file.size !== undefined && file.size !== wantedSize) throw wrongSize(`${file.size}`);
  const reader = file.stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      received += value.length;
      // At once, because what is too much must not fill the disk.
      if (wantedSize !== undefined && received > wantedSize) throw wrongSize("more");
      digests.update(value);
      await handle.writeFile(value);
      if (received !== total) tell?.({ received, total });
    }
  } finally {
    reader.releaseLock();
  }
  if (wantedSize !== undefined && received < wantedSize) throw wrongSize(`${received}`);
  const difference = digests.differ();
  if (difference) throw refuse("checksum", difference);
  tell?.({ received, total }, true);
  return received;
}
