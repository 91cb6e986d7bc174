import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import type * as runtime from "@fairlead/runtime";
import { build } from "esbuild";

/** The part of the runtime that laws try as a browser has it. */
export type BrowserRuntime = Pick<typeof runtime, "createCore" | "operation">;

let loaded: Promise<BrowserRuntime> | undefined;

/**
 * A copy of the runtime that takes the platform for a browser. It sees globals of its own, so that those of the process
 * stay as they are, for whatever else runs in it.
 */
export function browserRuntime(): Promise<BrowserRuntime> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<BrowserRuntime> {
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { createCore, operation } from "@fairlead/runtime";',
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const globals = Object.create(globalThis, { navigator: { value: { userAgent: "Mozilla/5.0" } } }) as unknown;
  const module = { exports: {} };
  compileFunction(outputFiles[0]?.text ?? "", ["module", "exports", "globalThis"])(module, module.exports, globals);
  return module.exports as BrowserRuntime;
}
