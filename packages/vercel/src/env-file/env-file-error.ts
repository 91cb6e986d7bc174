import { FairleadError, isFairleadError } from "@fairlead/runtime";

/** What is wrong with a file of variables; see {@link EnvFileError.kind}. */
export type EnvFileErrorKind = "malformed" | "exists" | "unreadable" | "unwritable";

/** What an {@link EnvFileError} tells. */
export interface EnvFileErrorFacts {
  readonly kind: EnvFileErrorKind;
  readonly line?: number | undefined;
}

/** A file of variables can't be used. No value of it is in the error. */
export class EnvFileError extends FairleadError<EnvFileErrorFacts> {
  static override readonly errorName: string = "EnvFileError";

  /**
   * `malformed`: a line is no variable, or one that tools read in different ways. `exists`: it is there, and is kept.
   * `unreadable`, `unwritable`: the disk refused; `cause` says why.
   */
  declare readonly kind: EnvFileErrorKind;
  /** The line that it is about, from 1; only where `kind` is `malformed`. */
  declare readonly line: number | undefined;

  constructor(text: string, facts: EnvFileErrorFacts, options?: ErrorOptions) {
    super(undefined, text, facts, options);
  }
}

/** Whether a value is an {@link EnvFileError}, also one of another installed copy. */
export function isEnvFileError(value: unknown): value is EnvFileError {
  return isFairleadError(value) && value.name === "EnvFileError";
}
