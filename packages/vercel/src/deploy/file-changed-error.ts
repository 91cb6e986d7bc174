import { FairleadError, isFairleadError } from "@fairlead/runtime";

/**
 * A file was changed or taken away between the moment when it was hashed and its upload. Nothing was deployed: deploy
 * again when nothing writes to the folder.
 */
export class FileChangedError extends FairleadError<{ readonly file: string }> {
  static override readonly errorName: string = "FileChangedError";

  /** Its path in the deployment. */
  declare readonly file: string;

  constructor(file: string, options?: ErrorOptions) {
    super(
      undefined,
      `deploy: ${file} was changed while it was deployed; deploy again`,
      { file, retryable: true },
      options,
    );
  }
}

/** Whether a value is a {@link FileChangedError}, also one of another installed copy. */
export function isFileChangedError(value: unknown): value is FileChangedError {
  return isFairleadError(value) && value.name === "FileChangedError";
}
