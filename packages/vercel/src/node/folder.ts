import { createHash } from "node:crypto";
import { constants, type Dirent, openAsBlob } from "node:fs";
import { lstat, open, readdir, readFile, readlink, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { RequestError } from "@fairlead/runtime";
import type { DeployFile, FileDigest, LazyFile } from "../deploy/deploy-file.ts";
import { FileChangedError } from "../deploy/file-changed-error.ts";
import { type IgnoreRule, ignoreRule } from "./ignore-rule.ts";

/** Options of {@link folder}. */
export interface FolderOptions {
  /** More patterns in the form of `.gitignore`, after those of `.vercelignore`. */
  readonly ignore?: readonly string[];
}

/**
 * The files of a folder of this machine for `deploy`, in an order that is always the same. They are read when they are
 * hashed and again when they are uploaded, and never all in memory.
 *
 * Left out is what the vendor's own tool leaves out, such as `.git` and `node_modules`, `.vercelignore` at the top of the
 * folder, and what its rules say. A symbolic link stays a link, wherever it leads, and is never followed.
 * @param path - The folder.
 * @throws {RequestError} While it is read: there is no such folder, something in it can't be read, or is neither a file
 * nor a folder nor a link.
 * @see https://vercel.com/docs/deployments/vercel-ignore
 */
export function folder(path: string | URL, { ignore = [] }: FolderOptions = {}): AsyncIterable<DeployFile> {
  const root = typeof path === "string" ? path : fileURLToPath(path);
  return { [Symbol.asyncIterator]: () => walk(root, ignore) };
}

async function* walk(root: string, more: readonly string[]): AsyncGenerator<DeployFile, void, undefined> {
  const state = await stat(root).catch((error) => refuse(root, error));
  if (!state.isDirectory()) refuse(root, "is no folder");
  const rules = await readFile(join(root, ".vercelignore"), "utf8").catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? "" : refuse(".vercelignore", error),
  );
  yield* walkFolder(root, "", ignoreRule(rules, more));
}

async function* walkFolder(root: string, parent: string, isIgnored: IgnoreRule): AsyncGenerator<DeployFile> {
  const entries: Dirent[] = await readdir(join(root, parent), { withFileTypes: true }).catch((error) =>
    refuse(parent || root, error),
  );
  // Not by the language of the machine, so that the order is the same everywhere.
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const file = `${parent}${entry.name}`;
    if (isIgnored(entry.isDirectory() ? `${file}/` : file)) continue;
    if (entry.isDirectory()) yield* walkFolder(root, `${file}/`, isIgnored);
    else if (entry.isSymbolicLink()) yield await link(root, file);
    else if (entry.isFile()) yield await plainFile(root, file);
    else refuse(file, "is neither a file nor a folder nor a link; leave it out by .vercelignore");
  }
}

async function link(root: string, file: string): Promise<DeployFile> {
  const target = await readlink(join(root, file)).catch((error) => refuse(file, error));
  return { file, mode: 0o120777, data: target.split(sep).join("/") };
}

async function plainFile(root: string, file: string): Promise<LazyFile> {
  const path = join(root, file);
  const { size, mode } = await lstat(path).catch((error) => refuse(file, error));
  return {
    file,
    mode,
    size,
    digest: (signal) =>
      digest(path, signal).catch((error) => (signal?.aborted ? Promise.reject(error) : refuse(file, error))),
    open: () =>
      openAsBlob(path).catch((cause) => {
        throw new FileChangedError(file, { cause });
      }),
  };
}

/** What was a file and is a link by now would lead elsewhere. */
const readHere = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

async function digest(path: string, signal: AbortSignal | undefined): Promise<FileDigest> {
  const hash = createHash("sha1");
  let size = 0;
  const handle = await open(path, readHere);
  // The stream closes the file, whichever way it ends.
  for await (const chunk of handle.createReadStream({ signal })) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha: hash.digest("hex"), size };
}

function refuse(what: string, why: string | NodeJS.ErrnoException): never {
  const [text, options] = typeof why === "string" ? [why] : [`can't be read (${why.code})`, { cause: why }];
  throw new RequestError(undefined, `folder: ${what} ${text}`, undefined, options);
}
