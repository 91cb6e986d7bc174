/** A file of a deployment as it is stored. */
export interface StoredDeploymentFile {
  /** Path with slashes between folders. */
  readonly file: string;
  /** SHA-1 of the bytes: what the vendor calls the file by. */
  readonly sha: string;
  /** SHA-256 of the bytes: what the sandbox keeps them by. */
  readonly content: string;
  /** Bytes. */
  readonly size: number;
  /** Mode as in a file system. */
  readonly mode: number;
}

/** Bytes that were uploaded to an account. */
export interface UploadedFile {
  readonly sha: string;
  readonly accountId: string;
  /** SHA-256 of the bytes. */
  readonly content: string;
  /** Bytes. */
  readonly size: number;
}

/** Mode of a file that tells none: one that its owner writes and everybody reads. */
export const usualMode = 0o100644;
