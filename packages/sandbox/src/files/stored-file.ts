/** Bytes that the sandbox keeps. */
export interface StoredFile {
  /** Name of the content: its SHA-256 in hexadecimal digits. */
  readonly sha256: string;
  readonly md5: string;
  readonly sha1: string;
  /** Bytes. */
  readonly size: number;
  /** Media type as the sender said, else `application/octet-stream`. */
  readonly type: string;
  /** File name as the sender said, without folders; empty where none was said. */
  readonly name: string;
  /** The bytes; a large file stays on disk until they are read. */
  readonly blob: Blob;
}
