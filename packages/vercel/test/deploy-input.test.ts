import { posix, win32 } from "node:path";
import { createVercel, type DeployFile, isRequestError } from "@fairlead/vercel";
import fc from "fast-check";
import { expect, it } from "vitest";
import { failure } from "./failure.ts";

let sent = 0;
const vc = createVercel({
  auth: "fictional-token-0001",
  fetch: async () => {
    sent++;
    return Response.json({ error: { code: "bad_request", message: "not wanted" } }, { status: 400 });
  },
});

/** What a deploy of files fails with. */
const refusal = (files: readonly DeployFile[]) => failure(vc.deployments.deploy(files, { name: "tide-table" }));
const named = (...paths: readonly string[]) => paths.map((file) => ({ file, data: "x" }));

it.each<[string, readonly DeployFile[], string]>([
  ["no files", [], "deploy: there are no files; nothing was sent"],
  ["a path in place of a folder", "./dist" as never, '"./dist" is no list of files; for a folder, give folder(path)'],
  ["something else than a list", { file: "a" } as never, "is no list of files"],
  ["nothing at all", undefined as never, "undefined is no list of files"],
  ["a path in place of a file", ["index.html" as never], "undefined is no path"],
  ["nothing in place of a file", [null as never], "undefined is no path"],
  ["a path from the root", named("/etc/passwd"), '"/etc/passwd" is no path'],
  ["a path of Windows", named("C:/tide.html"), '"C:/tide.html" is no path'],
  ["a path with backslashes", named("css\\a.css"), "is no path"],
  ["a path upwards", named("a/../../b"), "is no path"],
  ["a path on the spot", named("./a"), "is no path"],
  ["an empty name", named("a//b"), "is no path"],
  ["a path of a folder", named("a/"), "is no path"],
  ["an empty path", named(""), "is no path"],
  ["a NUL in a path", named("a\0b"), "is no path"],
  ["a path that is no text", named(7 as never), "7 is no path"],
  ["the same path twice", named("a", "b", "a"), '"a" stands there twice'],
  ["a file below a file", named("a/b/c", "a/b"), '"a/b" is a file, and a folder of a/b/c'],
  ["the mode of a folder", [{ file: "a", data: "x", mode: 0o40755 }], "has a mode of neither a file nor a link"],
  ["the mode of a device", [{ file: "a", data: "x", mode: 0o20644 }], "has a mode of neither a file nor a link"],
  ["a mode that is none", [{ file: "a", data: "x", mode: 1.5 }], "has a mode of neither"],
  ["data that is none", [{ file: "a", data: 5 as never }], "has data that is neither a Blob nor bytes nor a text"],
])("%s is a RequestError, and nothing is sent", async (_, files, text) => {
  const error = await refusal(files);
  expect(error).toSatisfy(isRequestError);
  expect((error as Error).message).toContain(text);
  expect((error as Error).message).toMatch(/nothing was sent$/);
  expect(sent).toBe(0);
});

it("any path that is sent stays inside the deployment, and has the form of the server", async () => {
  const segment = fc.oneof(fc.constantFrom("", ".", "..", "C:", "a", "b.html", " ", "ä", "\\", "\0"), fc.string());
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/"));
  await fc.assert(
    fc.asyncProperty(path, async (file) => {
      const bodies: string[] = [];
      const spy = createVercel({
        auth: "fictional-token-0001",
        fetch: async (_url, { body }) => {
          bodies.push(String(body));
          return Response.json({ error: { code: "bad_request", message: "no" } }, { status: 400 });
        },
      });
      const error = await failure(spy.deployments.deploy([{ file, data: "x" }], { name: "tide-table" }));
      expect(error).toBeDefined();
      // What a file system of either kind would take for the same path below any folder.
      const isInside =
        posix.join("/top", file) === `/top/${file}` && !win32.isAbsolute(file) && !/\/$|\\|\0/.test(file);
      expect([file, bodies.length]).toEqual([file, isInside ? 1 : 0]);
      if (bodies[0]) expect(JSON.parse(bodies[0]).files[0].file).toBe(file);
    }),
    { seed: 20_261_121, numRuns: 300 },
  );
});

it("files may come one after the other, and are gone through once", async () => {
  let rounds = 0;
  const files = {
    async *[Symbol.asyncIterator]() {
      rounds++;
      yield { file: "a", data: "1" };
      yield { file: "b", data: "2" };
    },
  };
  const bodies: string[] = [];
  const spy = createVercel({
    auth: "fictional-token-0001",
    fetch: async (_url, { body }) => {
      bodies.push(String(body));
      return Response.json({ id: "dpl_1", readyState: "QUEUED" });
    },
  });
  const { deployment, uploaded } = await spy.deployments.deploy(files, { name: "tide-table", wait: false });
  expect([rounds, deployment.id, uploaded]).toEqual([1, "dpl_1", { files: 0, bytes: 0 }]);
  expect(JSON.parse(bodies[0] ?? "")).toEqual({
    name: "tide-table",
    files: [
      { file: "a", sha: "356a192b7913b04c54574d18c28d46e6395428ab", size: 1, mode: 0o100644 },
      { file: "b", sha: "da4b9237bacccdf19c0760cab7aec4a8359010b0", size: 1, mode: 0o100644 },
    ],
  });
});
