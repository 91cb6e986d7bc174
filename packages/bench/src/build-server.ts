import { build } from "esbuild";

/**
 * Makes a program for Node of one file, as users have it who installed its packages: Node's own way with types costs
 * 30 MB and some time.
 * @param entry - The program in TypeScript.
 * @param file - Where it goes; its name ends with `.mjs`.
 */
export async function buildServer(entry: string, file: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["msw", "vitest"],
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    logLevel: "error",
  });
}
