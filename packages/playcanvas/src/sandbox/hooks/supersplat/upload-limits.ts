/**
 * Bytes of a part. The vendor's server chooses 64 MiB in one example and promises nothing; 5 MiB is the least that common
 * object stores take, and lets a test have several parts in a small file.
 */
export const partBytes: number = 5 * 1024 * 1024;

/** Bytes that the account may send in one file: below the 25 GB that the document allows, so that 413 can be met. */
export const maxFileBytes: number = 10_000_000_000;

/** How long an upload takes parts, in milliseconds. */
export const dayMs: number = 24 * 60 * 60 * 1000;

/** How long the address of a part works, in milliseconds. */
export const partUrlMs: number = 20 * 60 * 1000;
