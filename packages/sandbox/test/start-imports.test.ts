import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { expect, test } from "vitest";

/** What an entry's module graph needs at run time, types aside. */
function reach(entry: string): { bare: Set<string>; dynamic: Set<string>; files: number } {
  const bare = new Set<string>();
  const dynamic = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: URL): void => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    const source = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
    for (const [, specifier = ""] of source.matchAll(/\bimport\(\s*"([^"]+)"/g)) dynamic.add(specifier);
    const statements = source.matchAll(/^\s*(?:import|export)\s+(?!type\b)(?:[^;"]*?\bfrom\s+)?"([^"]+)"/gm);
    for (const [, specifier = ""] of statements) {
      if (specifier.startsWith(".")) visit(new URL(specifier, file));
      else bare.add(specifier);
    }
  };
  visit(new URL(`../src/${entry}`, import.meta.url));
  return { bare, dynamic, files: seen.size };
}

test.for(["index.ts", "msw.ts", "vitest.ts"])("%s imports nothing of Node, nor a server or a command line", (entry) => {
  const { bare, dynamic } = reach(entry);
  expect([...bare].filter(isBuiltin)).toEqual([]);
  expect([...bare].filter((name) => /^(srvx|commander|@fairlead)/.test(name))).toEqual([]);
  expect([...dynamic].filter((name) => name !== "@fairlead/sandbox/node")).toEqual([]);
});

test("the walk sees what it should: the engine's libraries here, Node's modules there", () => {
  const { bare, files } = reach("index.ts");
  expect([...bare]).toEqual(expect.arrayContaining(["immutable", "fflate"]));
  expect(files).toBeGreaterThan(40);
  expect([...reach("node/index.ts").bare].filter(isBuiltin).length).toBeGreaterThan(0);
});
