import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../src/build-site.ts";
import { buildFixtureSite, fixtureFolders, temporaryFolder } from "./fixture-site.ts";

let folder: URL;
const inside = (path: string) => new URL(path, folder);
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => rm(folder, { recursive: true }));

test("the same documents give the same bytes, and no file of an earlier build stays", async () => {
  await buildFixtureSite(inside("one/"));
  await mkdir(inside("two/"));
  await writeFile(inside("two/gone.html"), "an API that was removed");
  const site = await buildFixtureSite(inside("two/"));
  const files = (await readdir(inside("one/"))).sort();
  expect(files).toEqual(["index.html", "museum.html", "museum.json", "tram.html", "tram.json"]);
  expect((await readdir(inside("two/"))).sort()).toEqual(files);
  for (const file of files) {
    expect((await readFile(inside(`one/${file}`))).equals(await readFile(inside(`two/${file}`))), file).toBe(true);
  }
  expect(site.apis.map(({ name, operations }) => `${name} ${operations}`)).toEqual(["museum 9", "tram 2"]);
});

test("the download is the bundle without badges or added text", async () => {
  await buildFixtureSite(inside("download/"));
  const bundle = await readFile(inside("download/museum.json"), "utf8");
  expect(bundle).toContain('"x-evidence"');
  expect(bundle).not.toContain("x-badges");
  expect(bundle).not.toContain("**Evidence:**");
});

test("a page names its API, its language and its policy", async () => {
  await buildFixtureSite(inside("head/"));
  const head = (await readFile(inside("head/museum.html"), "utf8")).slice(0, 2000);
  expect(head).toContain('<html lang="en">');
  expect(head).toContain("<title>Museum API · Fairlead</title>");
  expect(head).toMatch(/Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/);
});

test.each([
  [
    "a malformed document",
    "openapi: 3.1.1\ninfo: {title: x\npaths: {}\n",
    /^broken: redocly bundle: .*openapi\.yaml.*\(3:1\)/,
  ],
  [
    "a reference to a missing file",
    'openapi: 3.1.1\ninfo: {title: x, version: "1"}\npaths: {/x: {$ref: nope.yaml}}\n',
    /^broken: redocly bundle: .*openapi\.yaml:3:\d+ .*Can't resolve/,
  ],
])("%s fails the build in one line, and leaves the site as it was", async (_, document, message) => {
  await cp(fixtureFolders.spec, inside("spec/"), { recursive: true });
  await mkdir(inside("spec/broken"), { recursive: true });
  await writeFile(inside("spec/broken/openapi.yaml"), document);
  await mkdir(inside("kept/"), { recursive: true });
  await writeFile(inside("kept/index.html"), "the site of yesterday");
  const failure = await buildSite({ ...fixtureFolders, spec: inside("spec/"), dist: inside("kept/") }).catch(
    (error: Error) => error,
  );
  expect(failure).toMatchObject({ name: "BuildError", message: expect.stringMatching(message) });
  expect((failure as Error).message).not.toContain("\n");
  expect(await readFile(inside("kept/index.html"), "utf8")).toBe("the site of yesterday");
});

test("telemetry stays off even where the config file forgets it", async () => {
  await writeFile(inside("redocly.yaml"), "extends: []\n");
  await buildSite({ ...fixtureFolders, config: inside("redocly.yaml"), dist: inside("quiet/") });
  expect(await readFile(inside("quiet/museum.html"), "utf8")).toContain('"disableTelemetry":true');
});

test("an empty spec folder fails the build", async () => {
  await mkdir(inside("empty/"));
  await expect(buildSite({ ...fixtureFolders, spec: inside("empty/"), dist: inside("none/") })).rejects.toThrow(
    "holds no folder of an API",
  );
});
