import { Map as Maps } from "immutable";
import type { Forkable } from "../session/forkable.ts";
import { bookFromJson, bookToJson } from "./book-json.ts";
import type { FileStore } from "./file-store.ts";
import type { StoredFile } from "./stored-file.ts";

/** An address that serves a file. */
export interface Download {
  readonly file: StoredFile;
  /** Milliseconds since 1970-01-01 UTC on the session clock. */
  readonly expiresAt: number | undefined;
}

/** An address that takes a file. */
export interface Upload {
  readonly key: string;
  /** Milliseconds since 1970-01-01 UTC on the session clock. */
  readonly expiresAt: number | undefined;
  readonly maxBytes: number | undefined;
}

/** What a {@link FileBook} holds. */
export interface BookState {
  /** By SHA-256. */
  readonly files: Maps<string, StoredFile>;
  /** By ticket. */
  readonly downloads: Maps<string, Download>;
  /** By ticket. */
  readonly uploads: Maps<string, Upload>;
  /** By key. */
  readonly received: Maps<string, StoredFile>;
}

const empty: BookState = { files: Maps(), downloads: Maps(), uploads: Maps(), received: Maps() };

/** Which files one API has in one session, under which addresses; the bytes themselves are in the {@link FileStore}. */
export class FileBook implements Forkable<BookState> {
  readonly #store: FileStore;
  #state: BookState = empty;

  constructor(store: FileStore) {
    this.#store = store;
  }

  /** Makes a file one of this session's. */
  hold(file: StoredFile): void {
    this.#state = { ...this.#state, files: this.#state.files.set(file.sha256, file) };
  }

  /** A file of this session by the SHA-256 of its content. */
  find(sha256: string): StoredFile | undefined {
    return this.#state.files.get(sha256);
  }

  addDownload(ticket: string, download: Download): void {
    this.#state = { ...this.#state, downloads: this.#state.downloads.set(ticket, download) };
  }

  addUpload(ticket: string, upload: Upload): void {
    this.#state = { ...this.#state, uploads: this.#state.uploads.set(ticket, upload) };
  }

  download(ticket: string): Download | undefined {
    return this.#state.downloads.get(ticket);
  }

  upload(ticket: string): Upload | undefined {
    return this.#state.uploads.get(ticket);
  }

  /** Keeps what was sent for a key in place of what was sent before. */
  receive(key: string, file: StoredFile): void {
    this.hold(file);
    this.#state = { ...this.#state, received: this.#state.received.set(key, file) };
  }

  received(key: string): StoredFile | undefined {
    return this.#state.received.get(key);
  }

  save(): BookState {
    return this.#state;
  }

  load(saved: BookState): void {
    this.#state = saved;
  }

  /** The contents up to `limits.spoolBytes` are in it; larger ones are named only. */
  toJSON(saved: BookState): unknown {
    return bookToJson(saved, this.#store);
  }

  /**
   * @throws {TypeError} It is not what `toJSON` gave, or names a large file that this sandbox does not keep.
   * @throws {SandboxLimitError} Its files do not fit any more.
   */
  fromJSON(json: unknown): BookState {
    return bookFromJson(json, this.#store);
  }
}
