import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SandboxApi } from "@fairlead/sandbox";
import { type Api, fromHere } from "./apis.ts";
import { isObject } from "./document.ts";
import { UserError } from "./user-error.ts";

/** What the packages bring for the sandbox, by API. */
export interface SandboxApis {
  readonly [name: string]: SandboxApi;
}

/**
 * Loads the public export `./sandbox` of each API's package. An API without it is left out.
 * @throws {UserError} The export is there, but can't be loaded.
 */
export async function loadSandboxApis(apis: readonly Api[], packages: string): Promise<SandboxApis> {
  const found: Record<string, SandboxApi> = {};
  for (const { name } of apis) {
    const manifest = join(packages, name, "package.json");
    const exported = existsSync(manifest) ? exportOf(manifest) : undefined;
    if (exported !== undefined) found[name] = await load(manifest, exported);
  }
  return found;
}

/** The name of the export, such as `@fairlead/museum/sandbox`; undefined where the package has none. */
function exportOf(manifest: string): string | undefined {
  const { name, exports } = JSON.parse(readFileSync(manifest, "utf8"));
  return typeof name === "string" && isObject(exports) && "./sandbox" in exports ? `${name}/sandbox` : undefined;
}

async function load(manifest: string, exported: string): Promise<SandboxApi> {
  try {
    // A package may import itself by name: so the mock needs no dependency on any API.
    const file = createRequire(manifest).resolve(exported);
    return (await import(pathToFileURL(file).href)).default;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n", 1)[0] : String(cause);
    throw new UserError(
      `${exported} of ${fromHere(manifest)} cannot be loaded: ${reason}. Try \`npm start\`, which builds it.`,
      {
        cause,
      },
    );
  }
}
