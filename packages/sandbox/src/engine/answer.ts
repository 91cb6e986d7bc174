import type { StoredFile } from "../files/stored-file.ts";

/** What an operation answers, before it becomes a `Response`. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON value; absent for no body. */
  readonly json?: unknown;
  /** Text instead of JSON; its type stands in the headers. */
  readonly text?: string;
  /**
   * JSON values instead of one, for an answer that is declared as a stream of JSON lines: each is a line, sent as soon as
   * it comes. Nobody asks for more once the reader has gone; see `Call.changed` and `Call.gone`.
   */
  readonly stream?: AsyncIterable<unknown>;
  /** Bytes instead of JSON; ranges and conditional requests on it are answered by the engine. */
  readonly file?: StoredFile;
}
