import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { RequestError } from "../errors/request/request-error.ts";

/** Options of {@link fromPath}. */
export interface FromPathOptions {
  /**
   * The media type of the file.
   * @default none, so that a form calls it `application/octet-stream`
   */
  readonly type?: string;
}

/**
 * A file of this machine for the body of a call. It is not read into memory but while it is sent, as often as it is sent;
 * its name is that of the file, without folders. If the file is changed after this, sending it fails.
 * @throws {RequestError} There is no file at the path, or it cannot be read.
 */
export async function fromPath(path: string, { type = "" }: FromPathOptions = {}): Promise<File> {
  const refuse = (why: string, cause?: unknown) =>
    new RequestError(undefined, `fromPath: ${path} ${why}`, undefined, { cause });
  const state = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse(error.code === "ENOENT" ? "does not exist" : `cannot be read (${error.code})`, error);
  });
  if (!state.isFile()) throw refuse(`is ${state.isDirectory() ? "a folder" : "no plain file"}`);
  try {
    return new File([await openAsBlob(path, { type })], basename(path), { type, lastModified: state.mtimeMs });
  } catch (error) {
    throw refuse(`cannot be read (${(error as Error).message})`, error);
  }
}
