import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** What an entry and all that it reaches imports, types aside. */
async function importsOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
}

const ofNode = (path: string) => /^node:|yauzl/.test(path);

test.each(["index.ts", "testing/index.ts"])(
  "%s reaches nothing of Node, so that it runs in browsers",
  async (entry) => {
    const imports = await importsOf(entry);
    expect(imports.length).toBeGreaterThan(3);
    expect(imports.filter(ofNode)).toEqual([]);
  },
);

test("an import of Node would be seen", async () => {
  expect((await importsOf("node/index.ts")).filter(ofNode).length).toBeGreaterThan(3);
});

test("the main entry does not bring the test kit", async () => {
  expect((await importsOf("index.ts")).filter((path) => path.includes("/testing/"))).toEqual([]);
});
