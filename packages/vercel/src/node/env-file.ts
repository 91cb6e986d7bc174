import { randomBytes } from "node:crypto";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { CallOptions } from "@fairlead/runtime";
import type { EnvCalls } from "../env-file/env-calls.ts";
import { EnvFileError } from "../env-file/env-file-error.ts";
import { formatEnvFile } from "../env-file/format-env-file.ts";
import { type PullEnvInput, type PulledEnv, pullEnv } from "../env-file/pull-env.ts";
import { type PushEnvInput, type PushEnvOptions, type PushedEnv, pushEnv } from "../env-file/push/push-env.ts";

/** The part of a client that is used: its environment variables. */
export interface EnvClient {
  readonly env: EnvCalls;
}

/** Options of {@link pullEnvFile}. */
export interface PullEnvFileOptions extends CallOptions {
  /**
   * Whether a file that is there is replaced.
   * @default false
   */
  readonly overwrite?: boolean;
}

/** What was written into a file of variables. */
export interface PulledEnvFile extends Pick<PulledEnv, "unreadable" | "hiddenCount"> {
  /** The whole path of the file. */
  readonly path: string;
  /** Keys of the variables that are in it, in its order. */
  readonly written: readonly string[];
  /** Keys of variables whose values no such file can hold, such as one with carriage returns; each is a comment. */
  readonly unwritable: readonly string[];
}

/**
 * Writes the variables of an environment into a file such as `.env.local`, in the order of their names. Only its owner may
 * read it. It is written beside its place and then put there, so nobody meets half a file.
 * @throws {EnvFileError} `exists`: there is a file, which is kept; see `overwrite`. `unwritable`: the disk refused.
 * @throws {RequestError} No environment is named, or a branch beside another one than `preview`.
 * @throws {FairleadError} A request failed.
 */
export async function pullEnvFile(
  vc: EnvClient,
  input: PullEnvInput,
  path: string | URL,
  { overwrite = false, ...options }: PullEnvFileOptions = {},
): Promise<PulledEnvFile> {
  // Where the path is a link, what it leads to is replaced and not the link.
  const target = await realpath(pathOf(path)).catch(() => pathOf(path));
  // Before the secrets travel, which is in vain then.
  if (!overwrite && (await isThere(target))) throw exists(target);
  const { variables, unreadable, hiddenCount } = await pullEnv(vc.env, input, options);
  const { text, written, unwritable } = formatEnvFile({ variables, unreadable });
  await writePrivate(target, text, overwrite);
  return { path: target, written, unreadable, unwritable, hiddenCount };
}

/**
 * Sets the variables of a file such as `.env.local` in an environment; see `pushEnv`.
 * @throws {EnvFileError} `unreadable`: the file is not there, or no text. `malformed`: a line is no variable.
 * @throws {RequestError} No environment is named; or `prune` is set and the file is empty, which would delete all.
 * @throws {EnvUpsertError} A request failed when some variables were set already.
 * @throws {FairleadError} A request failed.
 */
export async function pushEnvFile(
  vc: EnvClient,
  input: PushEnvInput,
  path: string | URL,
  options?: PushEnvOptions,
): Promise<PushedEnv> {
  const target = pathOf(path);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(target));
  } catch (cause) {
    throw new EnvFileError(`cannot read ${target} as text (${codeOf(cause)})`, { kind: "unreadable" }, { cause });
  }
  return pushEnv(vc.env, input, text, options);
}

function pathOf(path: string | URL): string {
  return resolve(path instanceof URL ? fileURLToPath(path) : path);
}

async function isThere(target: string): Promise<boolean> {
  return stat(target).then(
    () => true,
    () => false,
  );
}

/** Puts a text at a path that only its owner may read, at once. */
async function writePrivate(target: string, text: string, overwrite: boolean): Promise<void> {
  const part = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString("hex")}.part`);
  let isReserved = false;
  try {
    const handle = await open(part, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Takes the name where it is free, so that of two at once one is refused and nothing gets lost.
    if (!overwrite) {
      await (await open(target, "wx", 0o600)).close();
      isReserved = true;
    }
    await rename(part, target);
  } catch (cause) {
    await rm(part, { force: true });
    if (isReserved) await rm(target, { force: true });
    if (codeOf(cause) === "EEXIST") throw exists(target);
    throw new EnvFileError(`cannot write ${target} (${codeOf(cause)})`, { kind: "unwritable" }, { cause });
  }
}

function exists(target: string): EnvFileError {
  return new EnvFileError(`${target} exists and is kept; set overwrite to replace it`, { kind: "exists" });
}

/** The code of an error of the file system, or its name. */
function codeOf(error: unknown): string {
  const { code, name } = Object(error);
  return String(code ?? name);
}
