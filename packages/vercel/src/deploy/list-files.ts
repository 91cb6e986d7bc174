import { RequestError } from "@fairlead/runtime";
import type { DeployFile, DeployFiles, GivenFile, LazyFile } from "./deploy-file.ts";
import { sha1Of } from "./sha1-of.ts";

/** A file whose path and mode are fit to be sent. */
export type ListedFile = LazyFile & { readonly mode: number };

/**
 * Goes through the files once, and reads none of them.
 * @throws {RequestError} There are none; a path leads out of the deployment, or stands there twice; a mode is that of
 * something else than a file or a symbolic link.
 */
export async function listFiles(files: DeployFiles, signal: AbortSignal | undefined): Promise<ListedFile[]> {
  const source = Object(files);
  // A text can be gone through too, letter by letter.
  if (typeof files === "string" || !(source[Symbol.asyncIterator] ?? source[Symbol.iterator]))
    refuse(files, "is no list of files; for a folder, give folder(path) of @fairlead/vercel/node");
  const paths = new Set<string>();
  const listed: ListedFile[] = [];
  for await (const item of files) {
    if (signal?.aborted) break;
    const { file } = Object(item) as DeployFile;
    checkPath(file);
    if (paths.has(file)) refuse(file, "stands there twice");
    paths.add(file);
    listed.push({ ...readable(item), mode: modeOf(item) });
  }
  if (!listed.length && !signal?.aborted)
    throw new RequestError(undefined, "deploy: there are no files; nothing was sent");
  for (const path of paths) {
    for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1)) {
      const parent = path.slice(0, end);
      if (paths.has(parent)) refuse(parent, `is a file, and a folder of ${path}`);
    }
  }
  return listed;
}

function checkPath(path: unknown): void {
  const isPath =
    typeof path === "string" &&
    !/[\\\0]|^[a-z]:\//i.test(path) &&
    path.split("/").every((segment) => segment && segment !== "." && segment !== "..");
  if (!isPath)
    refuse(path, "is no path in a deployment: names with a slash between them, none of them empty, `.` or `..`");
}

function modeOf({ file, mode = 0o644 }: DeployFile): number {
  const type = mode & 0o170000;
  const isKnown = Number.isInteger(mode) && mode >= 0 && mode < 0o200000;
  if (!isKnown || ![0, 0o100000, 0o120000].includes(type)) refuse(file, "has a mode of neither a file nor a link");
  return type ? mode : mode | 0o100000;
}

function readable(item: DeployFile): LazyFile {
  if (!("data" in item)) {
    const { file, size } = item;
    return { file, size, digest: (signal) => item.digest(signal), open: () => item.open() };
  }
  const { file } = item;
  const blob = blobOf(item);
  const { size } = blob;
  return { file, size, digest: async () => ({ sha: await sha1Of(blob), size }), open: async () => blob };
}

function blobOf({ file, data }: GivenFile): Blob {
  if (data instanceof Blob) return data;
  if (typeof data === "string" || data instanceof Uint8Array) return new Blob([data as Uint8Array<ArrayBuffer>]);
  return refuse(file, "has data that is neither a Blob nor bytes nor a text");
}

function refuse(file: unknown, why: string): never {
  throw new RequestError(undefined, `deploy: ${JSON.stringify(file)} ${why}; nothing was sent`);
}
