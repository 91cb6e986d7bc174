/** Keeps large contents out of memory while they come in and afterwards. */
export interface Spool {
  /** A place for one content; nothing is made before the first bytes are written. */
  open(): SpoolFile;
  /** Removes all that it keeps. */
  close(): Promise<void>;
}

/** One content outside of memory. */
export interface SpoolFile {
  /** Adds bytes. Resolves when it takes more. */
  write(chunk: Uint8Array): Promise<void>;
  /** Ends the writing; the blob reads from the spool and holds no bytes itself. */
  finish(): Promise<Blob>;
  /** Removes the content, finished or not; a second call does nothing. */
  remove(): Promise<void>;
}
