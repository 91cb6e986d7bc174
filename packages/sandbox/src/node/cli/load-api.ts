import { createRequire } from "node:module";
import { isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { SandboxApi } from "@fairlead/sandbox";
import { CommandError } from "./command-error.ts";

/** An API of the command line. */
export interface LoadedApi {
  readonly name: string;
  readonly api: SandboxApi;
}

/**
 * Loads what `--api` names: `[name=]module`, where the module is a package as seen from `folder`, or a path.
 * @throws {CommandError} There is no such module, it fails, or it has no default export.
 */
export async function loadApi(text: string, folder: string): Promise<LoadedApi> {
  const [, given, module = ""] = /^(?:([A-Za-z0-9-]+)=)?(.+)$/.exec(text) ?? [];
  let loaded: { readonly default?: SandboxApi };
  try {
    loaded = await import(addressOf(module, folder));
  } catch (cause) {
    throw new CommandError(`Cannot load ${module}: ${reasonOf(cause)}`, { cause });
  }
  if (loaded.default === undefined) throw new CommandError(`${module} has no default export; an API is one.`);
  return { name: given ?? nameOf(module), api: loaded.default };
}

/** The name in a module's own: `@fairlead/museum/sandbox`, `./museum.ts` and `museum/src/sandbox/index.ts` are all `museum`. */
export function nameOf(module: string): string {
  const parts = module.split(/[\\/]/).map((part) => part.replace(/\.[cm]?[jt]s$/, ""));
  const telling = parts.filter((part) => !/^(\.*|@.*|index|sandbox|src|dist)$/.test(part));
  return telling.at(-1)?.replaceAll(/[^A-Za-z0-9-]/g, "-") ?? "api";
}

function addressOf(module: string, folder: string): string {
  if (/^\.{0,2}[\\/]/.test(module) || isAbsolute(module)) return pathToFileURL(resolve(folder, module)).href;
  try {
    return pathToFileURL(createRequire(join(folder, "_")).resolve(module)).href;
  } catch (error) {
    // A package that is for `import` alone can't be resolved as by `require`; Node finds it from here if it is beside us.
    if (error instanceof Error && "code" in error && error.code === "ERR_PACKAGE_PATH_NOT_EXPORTED") return module;
    throw error;
  }
}

function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const reason = (message.split("\n", 1)[0] ?? "").replace(/ imported from .*/, "");
  const isMissing = cause instanceof Error && "code" in cause && String(cause.code).endsWith("MODULE_NOT_FOUND");
  return isMissing ? `${reason}. Install the package, or give a path that begins with ./` : `${reason}.`;
}
