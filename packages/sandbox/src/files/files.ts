import type { StoredFile } from "./stored-file.ts";

/** The files of one API in one session. */
export interface Files {
  /**
   * Keeps bytes. The blob of a file that is kept already, such as one that came in a form, is not read again.
   * @throws {SandboxLimitError} All files of the sandbox together are larger than `limits.fileBytes`.
   */
  put(
    content: Blob | Uint8Array | string,
    about?: { readonly name?: string; readonly type?: string },
  ): Promise<StoredFile>;
  /** A file that was put or received in this session, by the SHA-256 of its content. */
  get(sha256: string): StoredFile | undefined;
  /**
   * An absolute address that serves a file to anyone who knows it, without credentials, in this session. The same
   * file, name and expiry give the same address.
   * @param options.name - File name at the end of the address, and in `Content-Disposition`.
   * @param options.expiresAt - Milliseconds since 1970-01-01 UTC on the session clock; from then on it answers 403.
   */
  downloadUrl(file: StoredFile, options?: { readonly name?: string; readonly expiresAt?: number }): string;
  /**
   * An absolute address to PUT bytes to, without credentials: it answers 200 with an `ETag`, the quoted MD5.
   * @param key - Name under which {@link received} finds what was sent; a repeated PUT replaces it.
   */
  uploadUrl(key: string, options?: { readonly expiresAt?: number; readonly maxBytes?: number }): string;
  /** What was sent to the upload address of this key. */
  received(key: string): StoredFile | undefined;
}
