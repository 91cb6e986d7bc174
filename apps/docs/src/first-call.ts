import { readFile } from "node:fs/promises";
import { BuildError } from "./build-error.ts";

/**
 * The lines that a package shows as its first call: those between `// #region docs` and `// #endregion` of
 * `examples/first-call.ts`, which its own tests compile and run.
 * @param packageFolder - Folder of the API's package, with a slash at its end.
 * @returns `undefined` when the package or the file does not exist.
 * @throws {BuildError} The file has no such region.
 */
export async function firstCall(packageFolder: URL): Promise<string | undefined> {
  const file = new URL("examples/first-call.ts", packageFolder);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const region = /^[ \t]*\/\/ #region docs[^\n]*\n([\s\S]*?)^[ \t]*\/\/ #endregion/m.exec(text)?.[1];
  if (!region?.trim()) throw new BuildError(`${file.pathname} has no lines between // #region docs and // #endregion`);
  return dedent(region);
}

function dedent(text: string): string {
  const lines = text.trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines
    .map((line) => line.slice(indent))
    .join("\n")
    .replace(/^\n+/, "");
}
