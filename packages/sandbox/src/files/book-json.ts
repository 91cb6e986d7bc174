import { Map as Maps } from "immutable";
import { fromBase64, toBase64 } from "./base64.ts";
import type { BookState, Download, Upload } from "./file-book.ts";
import type { FileStore } from "./file-store.ts";
import type { StoredFile } from "./stored-file.ts";

/** A file under one of its names. */
interface FileJson {
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
}

/** A {@link BookState} as plain data. */
interface BookJson {
  /** Base64 by SHA-256; null for what is too large to stand here. */
  readonly contents: Readonly<Record<string, string | null>>;
  readonly files: readonly FileJson[];
  readonly downloads: Readonly<Record<string, FileJson & { readonly expiresAt?: number }>>;
  readonly uploads: Readonly<
    Record<string, { readonly key: string; readonly expiresAt?: number; readonly maxBytes?: number }>
  >;
  readonly received: Readonly<Record<string, FileJson>>;
}

/** The files of a session as plain data, with the contents that the store has at hand. */
export function bookToJson(state: BookState, store: FileStore): BookJson {
  const { files, downloads, uploads, received } = state;
  const all = [...files.values(), ...downloads.valueSeq().map(({ file }) => file), ...received.values()];
  return {
    contents: Object.fromEntries(
      all.map((file) => {
        const bytes = store.bytesOf(file);
        return [file.sha256, bytes === undefined ? null : toBase64(bytes)];
      }),
    ),
    files: [...files.values()].map(fileToJson),
    downloads: downloads
      .map(({ file, expiresAt }) => ({ ...fileToJson(file), ...(expiresAt !== undefined && { expiresAt }) }))
      .toObject(),
    uploads: uploads
      .map(({ key, expiresAt, maxBytes }) => ({
        key,
        ...(expiresAt !== undefined && { expiresAt }),
        ...(maxBytes !== undefined && { maxBytes }),
      }))
      .toObject(),
    received: received.map(fileToJson).toObject(),
  };
}

/**
 * Reads what {@link bookToJson} gave.
 * @throws {TypeError} It is not that, or names a content that is neither in it nor in the store.
 * @throws {SandboxLimitError} Its contents do not fit into the store.
 */
export function bookFromJson(json: unknown, store: FileStore): BookState {
  const { contents, files, downloads, uploads, received } = json as BookJson;
  const kept = new Map(Object.entries(object(contents)).map(([sha256, text]) => [sha256, keep(sha256, text, store)]));
  const fileOf = ({ sha256, name, type }: FileJson): StoredFile => {
    const file = kept.get(sha256) && store.find(sha256, { name, type });
    if (file === undefined) throw new TypeError(`The snapshot names a file without its content: ${String(sha256)}`);
    return file;
  };
  if (!Array.isArray(files)) throw malformed();
  return {
    files: Maps((files as readonly FileJson[]).map((file) => [file.sha256, fileOf(file)])),
    downloads: Maps(Object.entries(object(downloads))).map(
      (download): Download => ({ file: fileOf(download), expiresAt: number(download.expiresAt) }),
    ),
    uploads: Maps(Object.entries(object(uploads))).map(
      ({ key, expiresAt, maxBytes }): Upload => ({
        key: String(key),
        expiresAt: number(expiresAt),
        maxBytes: number(maxBytes),
      }),
    ),
    received: Maps(Object.entries(object(received))).map(fileOf),
  };
}

function keep(sha256: string, text: string | null, store: FileStore): StoredFile {
  const file = typeof text === "string" ? store.keepNow(fromBase64(text)) : store.find(sha256);
  if (file === undefined)
    throw new TypeError(
      `The snapshot lacks the file ${sha256}, which was too large for it; it can only be restored where that file is kept`,
    );
  if (file.sha256 !== sha256) throw new TypeError(`The content of the file ${sha256} in the snapshot was changed`);
  return file;
}

function fileToJson({ sha256, name, type }: StoredFile): FileJson {
  return { sha256, name, type };
}

function object<Value>(value: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  if (typeof value !== "object" || value === null) throw malformed();
  return value;
}

function number(value: unknown): number | undefined {
  if (value !== undefined && typeof value !== "number") throw malformed();
  return value;
}

function malformed(): TypeError {
  return new TypeError("The snapshot's files do not have the form that a session writes");
}
