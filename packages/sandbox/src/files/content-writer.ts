import type { Spool, SpoolFile } from "../body/spool.ts";
import { type Limits, SandboxLimitError } from "../limits.ts";
import type { Digest, Hashes } from "./digest.ts";
import type { Stored } from "./file-store.ts";
import type { StoredFile } from "./stored-file.ts";

/** What a sender says of a content. */
export interface About {
  /** File name; folders in it are dropped. */
  readonly name?: string;
  /** Media type. @default `application/octet-stream` */
  readonly type?: string;
}

/** Where a writer puts a content that is complete. */
interface Shelf {
  has(sha256: string): boolean;
  add(hashes: Hashes, size: number, stored: Stored, about: About): StoredFile;
}

/** Takes a content piece by piece: into memory at first, from `limits.spoolBytes` on to the spool where there is one. */
export class ContentWriter {
  readonly #limits: Limits;
  readonly #spool: Spool | undefined;
  readonly #shelf: Shelf;
  readonly #digest: Digest;
  #chunks: Uint8Array[] = [];
  #file: SpoolFile | undefined;
  #size = 0;

  constructor(limits: Limits, digest: Digest, spool: Spool | undefined, shelf: Shelf) {
    this.#limits = limits;
    this.#digest = digest;
    this.#spool = spool;
    this.#shelf = shelf;
  }

  /** Bytes so far. */
  get size(): number {
    return this.#size;
  }

  /** Adds bytes. @throws {SandboxLimitError} They are more than all contents together may have. */
  async write(chunk: Uint8Array): Promise<void> {
    const { fileBytes, spoolBytes } = this.#limits;
    this.#size += chunk.length;
    if (this.#size > fileBytes) throw new SandboxLimitError("fileBytes", fileBytes, "bytes of files");
    this.#digest.update(chunk);
    if (this.#file !== undefined) return this.#file.write(chunk);
    this.#chunks.push(new Uint8Array(chunk)); // a copy: the sender may use its memory again
    if (this.#size <= spoolBytes || this.#spool === undefined) return;
    this.#file = this.#spool.open();
    for (const kept of this.#chunks.splice(0)) await this.#file.write(kept);
  }

  /** Keeps what was written. @throws {SandboxLimitError} The store has no room for it; it is discarded. */
  async finish(about: About): Promise<StoredFile> {
    const hashes = this.#digest.finish();
    const file = this.#file;
    this.#file = undefined; // it is the store's from now on, or removed here
    if (file === undefined) {
      const small = this.#size <= this.#limits.spoolBytes;
      const chunks = this.#chunks as Uint8Array<ArrayBuffer>[];
      return this.#shelf.add(
        hashes,
        this.#size,
        small ? { bytes: join(chunks, this.#size) } : { blob: new Blob(chunks) },
        about,
      );
    }
    try {
      const blob = await file.finish();
      const known = this.#shelf.has(hashes.sha256);
      const kept = this.#shelf.add(hashes, this.#size, { blob, remove: () => file.remove() }, about);
      if (known) await file.remove();
      return kept;
    } catch (error) {
      await file.remove();
      throw error;
    }
  }

  /** Drops what was written. */
  async discard(): Promise<void> {
    this.#chunks = [];
    await this.#file?.remove();
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
