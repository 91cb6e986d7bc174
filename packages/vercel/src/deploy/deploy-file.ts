/** A file with its bytes at hand. */
export interface GivenFile {
  /** Its path in the deployment, with slashes between folders, such as `public/logo.svg`. */
  readonly file: string;
  /** Its bytes; a text is sent as UTF-8. A `Blob` is read when it is hashed, and again when it is uploaded. */
  readonly data: Blob | Uint8Array | string;
  /**
   * Its type and permissions as a file system has them: 0o100755 is executable, and 0o120777 a symbolic link, whose bytes
   * are the target. Permissions alone are those of a plain file.
   * @default 0o100644
   */
  readonly mode?: number | undefined;
}

/** What was read of a file to name its bytes. */
export interface FileDigest {
  /** SHA-1 of the bytes, 40 hexadecimal digits. */
  readonly sha: string;
  /** Length in bytes. */
  readonly size: number;
}

/** A file that lies elsewhere and is read when its bytes are needed, such as those of `folder`. */
export interface LazyFile extends Pick<GivenFile, "file" | "mode"> {
  /** Length in bytes, as far as it is known before the file is read. */
  readonly size: number;
  /** Reads the file, and gives the digest of what was read. */
  digest(signal?: AbortSignal): Promise<FileDigest>;
  /** Opens the file to send it; its bytes are read while they are sent. */
  open(): Promise<Blob>;
}

/** One file of a deployment. */
export type DeployFile = GivenFile | LazyFile;

/** All files of a deployment: a list, or what `folder` of `@fairlead/vercel/node` gives. */
export type DeployFiles = Iterable<DeployFile> | AsyncIterable<DeployFile>;
