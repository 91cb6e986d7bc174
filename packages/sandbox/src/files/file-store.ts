import type { Spool } from "../body/spool.ts";
import { type Limits, SandboxLimitError } from "../limits.ts";
import { type About, ContentWriter } from "./content-writer.ts";
import { type Digest, type Hashes, PortableDigest } from "./digest.ts";
import { fileName } from "./file-name.ts";
import type { StoredFile } from "./stored-file.ts";

/** A content, whatever its names. */
interface Content extends Hashes {
  readonly size: number;
  readonly blob: Blob;
  /** The same bytes at hand, up to `limits.spoolBytes`: what a snapshot as JSON holds. */
  readonly bytes: Uint8Array | undefined;
}

/** Where a content is accounted for. */
interface Entry {
  readonly content: WeakRef<Content>;
  readonly size: number;
  readonly remove: () => Promise<void>;
}

/**
 * The contents that all sessions of a sandbox keep, each once however often it was sent. A content goes when no
 * {@link StoredFile} of it is left in any session, snapshot or variable; the runtime finds out in its own time.
 */
export class FileStore {
  readonly limits: Limits;
  readonly #spool: Spool | undefined;
  readonly #startDigest: () => Digest;
  readonly #entries: Map<string, Entry> = new Map();
  /** Every blob that was given out keeps its content from going. */
  readonly #contents: WeakMap<Blob, Content> = new WeakMap();
  readonly #gone: FinalizationRegistry<Entry & { readonly sha256: string }> = new FinalizationRegistry((entry) =>
    this.#release(entry.sha256, entry.content),
  );
  #size = 0;

  /**
   * @param spool - Without one, large contents stay in memory.
   * @param startDigest - How hashes are taken. @default a portable way, slow for large contents
   */
  constructor(limits: Limits, spool?: Spool, startDigest: () => Digest = () => new PortableDigest()) {
    this.#startDigest = startDigest;
    this.limits = limits;
    this.#spool = spool;
  }

  /** Bytes of all contents together. */
  get size(): number {
    return this.#size;
  }

  /**
   * Keeps a content. A blob of this store is taken as it is, without reading it again.
   * @throws {SandboxLimitError} All contents together are larger than `limits.fileBytes`.
   */
  async keep(content: Blob | Uint8Array | string, about: About = {}): Promise<StoredFile> {
    if (!(content instanceof Blob)) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      return bytes.length > this.limits.spoolBytes ? this.#write([bytes], about) : this.keepNow(bytes, about);
    }
    const named = { ...(content.type !== "" && { type: content.type }), ...nameOf(content), ...about };
    const known = this.#contents.get(content);
    return known === undefined ? this.#write(content.stream(), named) : this.#file(known, named);
  }

  /** Keeps bytes in memory, at once. @throws {SandboxLimitError} As {@link keep}. */
  keepNow(bytes: Uint8Array, about: About = {}): StoredFile {
    const digest = this.#startDigest();
    digest.update(bytes);
    return this.#file(
      this.#add(digest.finish(), bytes.length, () => ({ bytes: new Uint8Array(bytes) })),
      about,
    );
  }

  /** A place to write a content to, piece by piece. Either `finish` or `discard` must follow. */
  writer(): ContentWriter {
    return new ContentWriter(this.limits, this.#startDigest(), this.#spool, {
      has: (sha256) => this.#find(sha256) !== undefined,
      add: (hashes, size, stored, about) =>
        this.#file(
          this.#add(hashes, size, () => stored),
          about,
        ),
    });
  }

  /** A kept content under a name and type. Undefined where no such content is kept any more. */
  find(sha256: string, about: About = {}): StoredFile | undefined {
    const content = this.#find(sha256);
    return content && this.#file(content, about);
  }

  /** The bytes of a file of this store that are at hand: those of a file up to `limits.spoolBytes`. */
  bytesOf(file: StoredFile): Uint8Array | undefined {
    return this.#contents.get(file.blob)?.bytes;
  }

  /** Gives all contents up, with what the spool has; files that were given out can't be read afterwards. */
  async close(): Promise<void> {
    this.#entries.clear();
    this.#size = 0;
    await this.#spool?.close();
  }

  async #write(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, about: About): Promise<StoredFile> {
    const writer = this.writer();
    try {
      for await (const chunk of chunks) await writer.write(chunk);
      return await writer.finish(about);
    } catch (error) {
      await writer.discard();
      throw error;
    }
  }

  #find(sha256: string): Content | undefined {
    return this.#entries.get(sha256)?.content.deref();
  }

  #add(hashes: Hashes, size: number, store: () => Stored): Content {
    const known = this.#find(hashes.sha256);
    if (known !== undefined) return known;
    this.#makeRoom(size);
    const {
      bytes,
      blob = new Blob(bytes === undefined ? [] : [bytes as Uint8Array<ArrayBuffer>]),
      remove = nothing,
    } = store();
    const small = bytes !== undefined && size <= this.limits.spoolBytes;
    const content: Content = { ...hashes, size, blob, bytes: small ? bytes : undefined };
    const entry: Entry = { content: new WeakRef(content), size, remove };
    this.#entries.set(hashes.sha256, entry);
    this.#gone.register(content, { ...entry, sha256: hashes.sha256 });
    this.#size += size;
    return content;
  }

  #makeRoom(size: number): void {
    const { fileBytes } = this.limits;
    if (this.#size + size <= fileBytes) return;
    for (const [sha256, { content }] of this.#entries)
      if (content.deref() === undefined) this.#release(sha256, content);
    if (this.#size + size > fileBytes) throw new SandboxLimitError("fileBytes", fileBytes, "bytes of files");
  }

  /** Lets a content go that nothing refers to; another of the same hash may have come since. */
  #release(sha256: string, content: WeakRef<Content>): void {
    const entry = this.#entries.get(sha256);
    if (entry?.content !== content) return;
    this.#entries.delete(sha256);
    this.#size -= entry.size;
    entry.remove().catch(nothing); // what can't be removed now goes when the spool is closed
  }

  #file(content: Content, { name = "", type }: About): StoredFile {
    const { sha256, md5, sha1, size } = content;
    const told = type !== undefined && /^[\x20-\x7e]+$/.test(type) ? type : "application/octet-stream";
    const blob = content.blob.slice(0, size, told);
    this.#contents.set(blob, content);
    return Object.freeze({ sha256, md5, sha1, size, type: told, name: fileName(name), blob });
  }
}

/** Where the bytes of a content are: in memory, in a blob, or in a spool that can remove them. */
export interface Stored {
  readonly bytes?: Uint8Array;
  readonly blob?: Blob;
  readonly remove?: () => Promise<void>;
}

async function nothing(): Promise<void> {}

function nameOf(content: Blob): { name?: string } {
  return content instanceof File ? { name: content.name } : {};
}
