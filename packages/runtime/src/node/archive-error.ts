import { FairleadError } from "../errors/fairlead-error.ts";
import { hasErrorName } from "../errors/has-error-name.ts";

/** Why an archive was refused. */
export type ArchiveErrorReason =
  | "unsafe-name"
  | "special-file"
  | "duplicate-name"
  | "too-large"
  | "too-many-files"
  | "encrypted"
  | "size-mismatch"
  | "damaged"
  | "target";

/** An archive was refused, or its target folder cannot be used. Nothing was written. */
export class ArchiveError extends FairleadError<{ reason: ArchiveErrorReason; entryName: string | undefined }> {
  static override readonly errorName: string = "ArchiveError";

  /** Why it was refused. */
  declare readonly reason: ArchiveErrorReason;
  /** The entry that is at fault, by its name in the archive; `undefined` where it is the archive or the target. */
  declare readonly entryName: string | undefined;

  constructor(reason: ArchiveErrorReason, text: string, entryName?: string, cause?: unknown) {
    // JSON quotes control characters, which a hostile name could steer a terminal with.
    const subject = entryName === undefined ? "" : `entry ${JSON.stringify(entryName)} `;
    super(undefined, `unzip: ${subject}${text}; nothing was written`, { reason, entryName }, { cause });
  }
}

/** Whether a value is an {@link ArchiveError}, also one of another installed copy. */
export function isArchiveError(value: unknown): value is ArchiveError {
  return hasErrorName(value, "ArchiveError");
}
