import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a bundle of some code weighs, and which files are in it. */
export interface MeasuredBundle {
  minifiedBytes: number;
  gzipBytes: number;
  /** Paths of the modules that contribute code. */
  inputs: string[];
}

/**
 * Bundles code for browsers as a user would, minified and tree-shaken, and weighs it.
 * @param code - A module, such as `export { getJob } from "@fairlead/acme/operations"`.
 * @param folder - Where its imports are resolved.
 * @throws {Error} Something can't be resolved; a `node:` import can't.
 */
export async function measureBundle(code: string, folder: string): Promise<MeasuredBundle> {
  const result = await build({
    stdin: { contents: code, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  const [entry] = Object.values(result.metafile.outputs);
  if (output === undefined || entry === undefined) throw new Error("esbuild gave no output.");
  return {
    minifiedBytes: output.contents.length,
    gzipBytes: gzipSync(output.contents, { level: 9 }).length,
    inputs: Object.keys(entry.inputs).filter((input) => (entry.inputs[input]?.bytesInOutput ?? 0) > 0),
  };
}
