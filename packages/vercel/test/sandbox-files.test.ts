import { createHash } from "node:crypto";
import { isBadRequestError, isNotFoundError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");
const bytes = (text: string): Blob => new Blob([text], { type: "application/octet-stream" });
const harbour = "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3";

describe.each(ways)("files on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are kept by their SHA-1, and a second upload is no error", async () => {
    const { acme, api } = world();
    const upload = () => acme.files.upload({ "x-vercel-digest": sha1("buoy\n"), body: bytes("buoy\n") });
    expect(await upload()).toEqual({ urls: [] });
    expect(await upload()).toEqual({});
    expect(api.vercel.store.list("File", { sha: sha1("buoy\n") })).toHaveLength(1);
  });

  it("are refused under a digest that is not theirs, and not kept", async () => {
    const { acme, api } = world();
    const wrong = await failure(acme.files.upload({ "x-vercel-digest": sha1("gull\n"), body: bytes("buoy\n") }));
    expect(isBadRequestError(wrong)).toBe(true);
    expect(wrong).toMatchObject({
      body: { error: { code: "bad_request", message: expect.stringContaining(sha1("buoy\n")) } },
    });
    expect(api.vercel.store.list("File", { sha: sha1("gull\n") })).toEqual([]);
  });

  it("are taken under the older name of the header, as the vendor's command-line tool sends it", async () => {
    const { acme, api } = world();
    const older = { "x-now-digest": sha1("buoy\n"), "x-now-size": 5 };
    expect(await acme.files.upload({ ...older, body: bytes("buoy\n") })).toEqual({ urls: [] });
    expect(api.vercel.store.list("File", { sha: sha1("buoy\n") })).toHaveLength(1);
  });

  it("are refused without a digest", async () => {
    const { acme, api } = world();
    const before = api.vercel.store.list("File").length;
    const wrong = await failure(acme.files.upload({ body: bytes("buoy\n") }));
    expect(wrong).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("x-vercel-digest") } },
    });
    expect(api.vercel.store.list("File")).toHaveLength(before);
  });

  it("may be empty", async () => {
    const { acme } = world();
    expect(await acme.files.upload({ "x-vercel-digest": sha1(""), body: bytes("") })).toEqual({ urls: [] });
  });

  it("of one account are missing in another", async () => {
    const { acme, own } = world();
    await acme.files.upload({ "x-vercel-digest": sha1("buoy\n"), body: bytes("buoy\n") });
    const body = { name: "deck-log", files: [{ file: "buoy.txt", sha: sha1("buoy\n") }] };
    expect(await failure(own.deployments.create({ body }))).toMatchObject({
      body: { error: { code: "missing_files", missing: [sha1("buoy\n")] } },
    });
    await own.files.upload({ "x-vercel-digest": sha1("buoy\n"), body: bytes("buoy\n") });
    expect(await own.deployments.create({ body })).toMatchObject({ name: "deck-log", readyState: "QUEUED" });
  });

  it("that are missing are named once each, and the same request works when they are there", async () => {
    const { acme } = world();
    const body = {
      name: "tide-table",
      files: [
        { file: "a.txt", sha: sha1("a") },
        { file: "copy/a.txt", sha: sha1("a") },
        { file: "b.txt", sha: sha1("b"), size: 1 },
        { file: "c.txt", data: "c" },
      ],
    };
    expect(await failure(acme.deployments.create({ body }))).toMatchObject({
      status: 400,
      body: { error: { code: "missing_files", missing: [sha1("a"), sha1("b")] } },
    });
    for (const text of ["a", "b"]) await acme.files.upload({ "x-vercel-digest": sha1(text), body: bytes(text) });
    const { id } = await acme.deployments.create({ body });
    const read = async (text: string) => (await acme.deployments.getFile({ id, fileId: sha1(text) })).data;
    expect(await Promise.all(["a", "b", "c"].map(read))).toEqual(["a", "b", "c"].map(btoa));
  });

  it("of a deployment are a tree of folders in the order of names", async () => {
    const { acme } = world();
    const files = [
      { file: "src/lib/tides.js", data: "1" },
      { file: "index.html", data: "2" },
      { file: "src/link", data: "lib", mode: 0o120777 },
      { file: "bin/run", data: "3", mode: 0o100755 },
    ];
    const { id } = await acme.deployments.create({ body: { name: "tide-table", files } });
    expect(await acme.deployments.listFiles({ id })).toEqual([
      {
        name: "bin",
        type: "directory",
        mode: 0o40755,
        children: [
          { name: "run", type: "file", mode: 0o100755, uid: sha1("3"), contentType: "application/octet-stream" },
        ],
      },
      { name: "index.html", type: "file", mode: 0o100644, uid: sha1("2"), contentType: "text/html" },
      {
        name: "src",
        type: "directory",
        mode: 0o40755,
        children: [
          {
            name: "lib",
            type: "directory",
            mode: 0o40755,
            children: [
              { name: "tides.js", type: "file", mode: 0o100644, uid: sha1("1"), contentType: "application/javascript" },
            ],
          },
          { name: "link", type: "symlink", mode: 0o120777, uid: sha1("lib"), contentType: "application/octet-stream" },
        ],
      },
    ]);
  });

  it("come with their bytes as Base64, of any value", async () => {
    const { acme } = world();
    const data = Buffer.from(Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)).toString("base64");
    const files = [{ file: "all.bin", data, encoding: "base64" as const }];
    const { id } = await acme.deployments.create({ body: { name: "tide-table", files } });
    const [tree] = await acme.deployments.listFiles({ id });
    const fileId = tree?.uid ?? "";
    expect(fileId).toBe(createHash("sha1").update(Buffer.from(data, "base64")).digest("hex"));
    expect(await acme.deployments.getFile({ id, fileId, path: "all.bin" })).toEqual({ data });
    for (const wrong of [{ fileId: sha1("no such bytes") }, { fileId, path: "other.bin" }])
      expect(isNotFoundError(await failure(acme.deployments.getFile({ id, ...wrong })))).toBe(true);
  });

  it("of the seed can be read, and have names with a blank", async () => {
    const { acme } = world();
    const page = "<!doctype html>\n<title>Harbour</title>\n<h1>Harbour</h1>\n";
    expect(await acme.deployments.getFile({ id: harbour, fileId: sha1(page) })).toEqual({ data: btoa(page) });
    const tree = await acme.deployments.listFiles({ id: harbour });
    expect(tree.map(({ name }) => name)).toEqual(["index.html", "package.json", "public", "src"]);
    expect(tree[2]?.children).toMatchObject([{ name: "tide table.html", contentType: "text/html" }]);
  });

  it("are not there for a deployment from a repository, nor for another account", async () => {
    const { acme, own } = world();
    for (const call of [
      acme.deployments.listFiles({ id: "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5" }),
      own.deployments.listFiles({ id: harbour }),
      acme.deployments.listFiles({ id: "dpl_none" }),
    ])
      expect(isNotFoundError(await failure(call))).toBe(true);
  });

  it("can't stand where their paths leave the deployment, repeat or make a file a folder", async () => {
    const { acme, api } = world();
    const before = api.vercel.store.list("Deployment").length;
    const codes = async (paths: readonly string[]) => {
      const files = paths.map((file) => ({ file, data: "x" }));
      const error = await failure(acme.deployments.create({ body: { name: "tide-table", files } }));
      return (error as { body?: { error?: { code?: string } } }).body?.error?.code;
    };
    for (const path of ["/etc/passwd", "../up", "a//b", "a/./b", "a/"]) expect(await codes([path])).toBe("bad_request");
    expect(await codes(["a", "b", "a"])).toBe("conflicting_file_path");
    expect(await codes(["a", "a/b"])).toBe("conflicting_path_segment");
    expect(await codes([])).toBe("no_files");
    const files = [{ file: "a", data: "%", encoding: "base64" as const }];
    expect(await failure(acme.deployments.create({ body: { name: "tide-table", files } }))).toMatchObject({
      body: { error: { code: "bad_request" } },
    });
    expect(api.vercel.store.list("Deployment")).toHaveLength(before);
  });
});
