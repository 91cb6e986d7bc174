import { execFile } from "node:child_process";
import { rm, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type DeployFile, isRequestError } from "@fairlead/vercel";
import { type FolderOptions, folder } from "@fairlead/vercel/node";
import { expect, it, onTestFinished } from "vitest";
import { makeFolder, type Tree } from "./deploy-folder.ts";
import { failure } from "./failure.ts";

/** The paths of a folder that would be deployed. */
async function pathsOf(root: string | URL, options?: FolderOptions): Promise<string[]> {
  const paths: string[] = [];
  for await (const { file } of folder(root, options)) paths.push(file);
  return paths;
}

const files = (...paths: readonly string[]): Tree => Object.fromEntries(paths.map((path) => [path, "x"]));

it("leaves out what the vendor's tool leaves out, at any depth", async () => {
  const root = await makeFolder(
    files(
      ...[".git/HEAD", ".gitignore", ".hg/x", ".svn/x", ".next/x", ".vercel/project.json", ".now/x", ".cache/x"],
      ...["node_modules/a/index.js", "packages/b/node_modules/c/index.js", ".env.local", ".env.production.local"],
      ...[".DS_Store", "css/.DS_Store", "a/.main.css.swp", "venv/x", ".venv/x", "py/__pycache__/x.pyc", "CVS/x"],
      ...[".pnp.cjs", ".yarn/cache/x", "npm-debug.log", "config.gypi", ".dockerignore", ".npmignore", ".gitmodules"],
      ...[".env", ".env.production", ".yarn/releases/yarn.cjs", "index.html", "src/git.ts", ".well-known/x"],
    ),
  );
  expect(await pathsOf(root)).toEqual([
    ".env",
    ".env.production",
    ".well-known/x",
    ".yarn/releases/yarn.cjs",
    "index.html",
    "src/git.ts",
  ]);
});

it("follows .vercelignore at the top, whose last rule that fits wins, and which may take back what is left out", async () => {
  const rules = [
    ...[
      "# what nobody needs",
      "*.map",
      "!keep.map",
      "/docs",
      "./notes.txt",
      "drafts/",
      "img/**/*.psd",
      "\\#odd",
      "a b",
    ],
    ...["!.gitignore", "pages/*", "!pages/index.html", "\\!loud", "tail\\ "],
  ];
  const root = await makeFolder({
    ".vercelignore": `\ufeff${rules.join("\r\n")}\r\n`,
    ...files("a.map", "keep.map", "js/b.map", "docs/x", "src/docs/x", "notes.txt", "drafts/x", "img/a/b/c.psd"),
    ...files("#odd", "a b", ".gitignore", "pages/index.html", "pages/old.html", "!loud", "file-drafts", "img/x.png"),
    ...files("sub/.vercelignore", "sub/drafts/x", "tail "),
  });
  expect(await pathsOf(root)).toEqual([
    ".gitignore",
    "file-drafts",
    "img/x.png",
    "keep.map",
    "pages/index.html",
    "src/docs/x",
    "sub/.vercelignore",
  ]);
});

it("agrees with git about rules", async () => {
  const rules = [
    "*.log",
    "!a/keep.log",
    "/build",
    "tmp/",
    "**/gen/*.js",
    "a/**/z",
    "q?.txt",
    "[ab].css",
    "!b.css",
    "*/mid",
  ];
  const paths = [
    ...["x.log", "a/x.log", "a/keep.log", "build/x", "a/build/x", "tmp/x", "a/tmp/x", "gen/1.js", "a/gen/1.js"],
    ...["a/gen/1.ts", "a/z", "a/1/2/z", "q1.txt", "q12.txt", "a.css", "b.css", "c.css", "a/mid", "mid", "a/b/mid"],
  ];
  const root = await makeFolder({ ".vercelignore": rules.join("\n"), ...files(...paths) });
  const other = await makeFolder({ ".gitignore": rules.join("\n"), ...files(...paths) });
  const git = (...args: string[]) => promisify(execFile)("git", ["-C", other, ...args]);
  await git("init", "--quiet");
  const { stdout } = await git("ls-files", "--others", "--exclude-standard", "-z");
  const byGit = stdout.split("\0").filter((path) => path && path !== ".gitignore");
  expect((await pathsOf(root)).sort()).toEqual(byGit.sort());
});

it("takes more rules, and a URL as the folder, in the same order each time", async () => {
  const root = await makeFolder(files("b", "a/2", "a/1", "a-1", "Z", "ä", "skip/x", "skip2"));
  const wanted = ["Z", "a/1", "a/2", "a-1", "b", "ä"];
  expect(await pathsOf(pathToFileURL(root), { ignore: ["skip*"] })).toEqual(wanted);
  expect(await pathsOf(root, { ignore: ["skip*"] })).toEqual(wanted);
});

it("never follows a link to a folder, not even to its own", async () => {
  const root = await makeFolder({ "a/x": "1", "a/loop": { link: ".." }, out: { link: "/etc" } });
  const found: DeployFile[] = [];
  for await (const file of folder(root)) found.push(file);
  expect(found.map(({ file, mode }) => [file, (mode ?? 0) >> 12])).toEqual([
    ["a/loop", 0o12],
    ["a/x", 0o10],
    ["out", 0o12],
  ]);
  expect(found[2]).toMatchObject({ data: "/etc" });
});

it("refuses a folder that is not there, is a file, or cannot be deployed", async () => {
  const root = await makeFolder(files("a"));
  for (const [path, text] of [
    [join(root, "none"), "can't be read (ENOENT)"],
    [join(root, "a"), "is no folder"],
  ] as const) {
    const error = await failure(pathsOf(path));
    expect(error).toSatisfy(isRequestError);
    expect((error as Error).message).toContain(text);
  }
});

it("refuses a socket by name, and not where a rule leaves it out", async () => {
  const root = await makeFolder(files("a"));
  const server = createServer().listen(join(root, "talk.sock"));
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const error = await failure(pathsOf(root));
  expect(error).toSatisfy(isRequestError);
  expect((error as Error).message).toBe(
    "folder: talk.sock is neither a file nor a folder nor a link; leave it out by .vercelignore",
  );
  await writeFile(join(root, ".vercelignore"), "*.sock");
  expect(await pathsOf(root)).toEqual(["a"]);
});

it("refuses a file that is gone when it is hashed, and one that became a link meanwhile", async () => {
  const root = await makeFolder(files("a"));
  for await (const file of folder(root)) {
    await rm(join(root, "a"));
    if (!("digest" in file)) throw new Error("a is no plain file");
    expect(await failure(file.digest())).toMatchObject({ message: "folder: a can't be read (ENOENT)" });
    await promisify(execFile)("ln", ["-s", "/etc/hostname", join(root, "a")]);
    expect(await failure(file.digest())).toMatchObject({ message: "folder: a can't be read (ELOOP)" });
  }
});

it("reads a large file piece by piece", async () => {
  const root = await makeFolder({ "large.bin": "" });
  const size = 200_000_000;
  await truncate(join(root, "large.bin"), size);
  for await (const file of folder(root)) {
    if (!("digest" in file)) throw new Error("large.bin is no plain file");
    let most = 0;
    const before = process.memoryUsage().arrayBuffers;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 5);
    // The SHA-1 of as many zeros, by sha1sum.
    expect(await file.digest()).toEqual({ sha: "f954bc60fa22a5eca3d0ac93f95cd22a5f22bc53", size });
    clearInterval(watch);
    console.log(`200 MB were hashed with ${Math.round(most / 1e6)} MB of buffers at most.`);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(0.8 * size);
  }
});
