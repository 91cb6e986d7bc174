import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pnpm-new-"));
  cpSync(fileURLToPath(new URL(".", import.meta.url)), join(root, "scripts"), {
    recursive: true,
    filter: (file) => !/node_modules|\.vitest/.test(file),
  });
  mkdirSync(join(root, "spec/museum"), { recursive: true });
  mkdirSync(join(root, "packages"));
  writeFileSync(join(root, "spec/museum/package.json"), '{ "fairlead": { "port": 4010 } }');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (...args) => spawnSync(process.execPath, [join(root, "scripts/new.mjs"), ...args], { encoding: "utf8" });
const files = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("pnpm new", () => {
  it("stamps a document and a package, with the name in every form and the next free port", () => {
    expect(run("tram-stops").status).toBe(0);
    const stamped = [...files("spec/tram-stops"), ...files("packages/tram-stops")];
    expect(stamped.length).toBeGreaterThan(20);
    expect(stamped.filter((file) => /acme/i.test(readFileSync(file, "utf8")))).toEqual([]);
    expect(JSON.parse(readFileSync(join(root, "spec/tram-stops/package.json"), "utf8"))).toMatchObject({
      name: "@fairlead/spec-tram-stops",
      fairlead: { port: 4020 },
    });
    expect(readFileSync(join(root, "packages/tram-stops/src/client.ts"), "utf8")).toContain("createTramStops");
    expect(readFileSync(join(root, "packages/tram-stops/README.md"), "utf8")).toContain("TRAM_STOPS_TOKEN");
    expect(readdirSync(join(root, "packages"))).toEqual(["tram-stops"]);
  });

  const refused = [
    [["Tram"], '"Tram" is not a name'],
    [["tram", "--port", "4010"], "port 4010 is that of spec/museum"],
    [["tram", "--port", "70000"], "70000 is not a port"],
    [["museum"], "spec/museum is there already"],
    [["runtime"], "the name of a room of ours"],
    [[], "say one name"],
  ];
  for (const [args, words] of refused) {
    it(`refuses "${args.join(" ")}" with one line, and writes nothing`, () => {
      const { status, stderr } = run(...args);
      expect(status).toBe(1);
      expect(stderr).toContain(words);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(existsSync(join(root, "packages/tram"))).toBe(false);
      expect(readdirSync(join(root, "spec"))).toEqual(["museum"]);
    });
  }
});
