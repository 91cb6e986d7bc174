import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { expect, test } from "vitest";

/** Bundles code for any runtime as a user would, minified. */
async function bundle(code: string): Promise<{ gzipBytes: number; metafile: Metafile; text: string }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL("..", import.meta.url)), loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const text = outputFiles[0]?.text ?? "";
  return { gzipBytes: gzipSync(text, { level: 9 }).length, metafile, text };
}

const oneOperation = `
  import { asJson, createCore, inPath, operation } from "./src/index.ts";
  export const createMuseumCore = (auth: string) => createCore({ name: "museum", version: "1.0.0", auth, baseUrl: "https://api.museum.test" });
  export const getVisit = /*#__PURE__*/ operation({ id: "getVisit", method: "GET", path: "/visits/{id}", params: { id: { in: inPath, type: "integer", required: true } }, parse: asJson });
`;

test("nothing that an entry for any platform reaches imports anything of Node", async () => {
  const entries = [
    "index",
    "public",
    "files/index",
    "streams/index",
    "waiters/index",
    "raw/index",
    "rate-limit/shared-store",
  ];
  const { metafile } = await bundle(entries.map((entry) => `export * from "./src/${entry}.ts";`).join("\n"));
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
  expect(imports.length).toBeGreaterThan(30);
  expect(imports.filter((path) => /^node:|yauzl/.test(path))).toEqual([]);
});

test("an import that is not used costs nothing", async () => {
  const { text } = await bundle(
    `import { operation, createCore, isApiError } from "./src/index.ts"; import { createRaw } from "./src/raw/index.ts"; export const a = 1;`,
  );
  expect(text.length).toBeLessThan(50);
});

test("one operation brings no raw client, no request function and no guards", async () => {
  const { text } = await bundle(oneOperation);
  expect(text).toContain("getVisit");
  for (const word of ["onRequest", "querySerializer:", "can be requested"]) expect(text).not.toContain(word);
});

test("what any call may need is at most 12 kB gzip in all", async () => {
  const { gzipBytes } = await bundle(`export * from "./src/index.ts"`);
  console.log(`Everything of the main entry: ${gzipBytes} bytes gzip.`);
  expect(gzipBytes).toBeLessThanOrEqual(12_000);
});

test("one operation with its core client stays small", async () => {
  const { gzipBytes } = await bundle(oneOperation);
  expect(gzipBytes).toBeLessThanOrEqual(6_900);
});
