import { lstat, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { RequestError } from "../errors/request/request-error.ts";

/** Gives the whole path of a file, from the name that its server has for it. */
export type SaveTarget = (name: string | undefined) => Promise<string>;

/**
 * Decides before anything is sent where a file goes: to the path, or into it where it is a folder or ends like one. There
 * the server chooses the name, so no file of that name is replaced. No folder is made, as `unzip` makes none.
 * @throws {RequestError} The folder does not exist, or what stands at the path is no plain file. From the target: the
 * server has no name for the file, or a file of that name exists.
 */
export async function saveTarget(path: string): Promise<SaveTarget> {
  if (!path) throw refusal("the path is empty");
  const target = resolve(path);
  const state = await stat(target).catch(() => undefined);
  if (state?.isDirectory()) return (name) => inFolder(target, name);
  if (path.endsWith("/") || path.endsWith(sep)) throw refusal(`the folder ${target} does not exist; make it first`);
  // A device, say: renaming would replace it.
  if (state && !state.isFile()) throw refusal(`${target} is no plain file`);
  const parent = await stat(dirname(target)).catch(() => undefined);
  if (!parent?.isDirectory()) throw refusal(`the folder ${dirname(target)} does not exist; make it first`);
  return async () => target;
}

async function inFolder(folder: string, name: string | undefined): Promise<string> {
  if (name === undefined) throw refusal(`the server has no name for the file; put one behind ${folder}`);
  const target = join(folder, name);
  const isTaken = await lstat(target).then(
    () => true,
    () => false,
  );
  if (isTaken)
    throw refusal(`${target}, the name that the server has for the file, exists; give the whole path to replace it`);
  return target;
}

function refusal(text: string): RequestError {
  return new RequestError(undefined, `toFile: ${text}`);
}
