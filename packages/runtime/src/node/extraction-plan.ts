import type { Entry } from "yauzl";
import { ArchiveError } from "./archive-error.ts";
import { nameOf, segmentsOf } from "./entry-path.ts";
import type { UnzipOptions } from "./unzip.ts";

/** One entry that has passed all checks of the central directory. */
export interface PlannedEntry {
  /** What yauzl reads the data by. */
  readonly entry: Entry;
  /** Its name in the archive, for messages. */
  readonly name: string;
  /** Folders and file name below the target. */
  readonly segments: readonly string[];
  /** Whether it is a folder, which has no data. */
  readonly isFolder: boolean;
}

/** File modes of Unix stand in the upper half of the attributes; these bits tell the type. */
const TYPE_BITS = 0o170000;
/** No type at all, a regular file, a folder. */
const PLAIN_TYPES: readonly number[] = [0, 0o100000, 0o040000];

/**
 * Decides from the central directory alone what will be written, so that a bad archive is refused before the first byte.
 * @throws {ArchiveError} An entry has an unsafe or a repeated name, is no plain file or folder, or is encrypted; or there
 * are too many entries or too many bytes.
 */
export async function planExtraction(entries: AsyncIterable<Entry>, limits: Required<Limits>): Promise<PlannedEntry[]> {
  const plan: PlannedEntry[] = [];
  /** What stands at each path; in lower case, because file systems differ in what they tell apart. */
  const taken = new Map<string, "file" | "folder">();
  let bytes = 0;
  for await (const entry of entries) {
    const name = nameOf(entry);
    const segments = segmentsOf(name);
    const isFolder = /[\\/]$/.test(name);
    checkEntry(entry, name, isFolder);
    claim(taken, segments, isFolder ? "folder" : "file", name);
    bytes += entry.uncompressedSize;
    if (bytes > limits.maxBytes) {
      throw new ArchiveError(
        "too-large",
        `brings the declared size to more than ${limits.maxBytes} bytes (maxBytes)`,
        name,
      );
    }
    plan.push({ entry, name, segments, isFolder });
    if (plan.length > limits.maxFiles) {
      throw new ArchiveError("too-many-files", `is more than the ${limits.maxFiles} that are allowed (maxFiles)`, name);
    }
  }
  return plan;
}

type Limits = Pick<UnzipOptions, "maxBytes" | "maxFiles">;

function checkEntry(entry: Entry, name: string, isFolder: boolean): void {
  const type = (entry.externalFileAttributes >>> 16) & TYPE_BITS;
  if (!PLAIN_TYPES.includes(type)) throw new ArchiveError("special-file", "is a link or another special file", name);
  if (entry.isEncrypted()) throw new ArchiveError("encrypted", "is encrypted", name);
  if (!entry.canDecodeFileData()) throw new ArchiveError("damaged", "is compressed by an unknown method", name);
  if (isFolder && entry.uncompressedSize > 0) throw new ArchiveError("size-mismatch", "is a folder with data", name);
}

function claim(
  taken: Map<string, "file" | "folder">,
  segments: readonly string[],
  kind: "file" | "folder",
  name: string,
): void {
  const key = (length: number) => segments.slice(0, length).join("/").normalize("NFC").toLowerCase();
  for (let length = 1; length < segments.length; length++) {
    if (taken.get(key(length)) === "file") throw new ArchiveError("duplicate-name", "has a file for its folder", name);
    taken.set(key(length), "folder");
  }
  const other = taken.get(key(segments.length));
  if (other === "file" || (other && kind === "file")) {
    throw new ArchiveError("duplicate-name", "has the name of another entry, capitals aside", name);
  }
  taken.set(key(segments.length), kind);
}
