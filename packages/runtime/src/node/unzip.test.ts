import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { rejection } from "../../test/support/client.ts";
import { ArchiveError } from "./archive-error.ts";
import { type UnzipOptions, unzip } from "./unzip.ts";

let room: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), "unzip-test-"));
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

/** An entry of a hostile archive: what the headers claim, whatever the data is. */
interface Claim {
  readonly name: string;
  readonly data?: string;
  readonly size?: number;
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly checksum?: number;
}

/** Writes an archive by hand, because honest writers refuse to lie. */
function archive(...claims: Claim[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data = "", size, mode = 0, flags = 0x800, method = 0, checksum } of claims) {
    const bytes = Buffer.from(data);
    const fileName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(checksum ?? crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(fileName.length, 22);
    const header = Buffer.concat([Buffer.from("PK\x03\x04"), common, fileName, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03", "latin1"), common, tail, fileName]));
    local.push(header);
    offset += header.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(claims.length, 4);
  end.writeUInt16LE(claims.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\x05\x06"), end]);
}

/** Unpacks an archive into `room/out`. */
function unpack(bytes: Buffer, options?: UnzipOptions): Promise<string[]> {
  const file = join(room, "archive.zip");
  writeFileSync(file, bytes);
  return unzip(file, join(room, "out"), options);
}

/** Unpacks an archive that must be refused, and shows that nothing was written. */
async function refusal(bytes: Buffer, options?: UnzipOptions): Promise<ArchiveError> {
  const error = await rejection(unpack(bytes, options));
  expect(error).toBeInstanceOf(ArchiveError);
  expect(readdirSync(room)).toEqual(["archive.zip"]);
  expect((error as Error).message).toMatch(/^unzip: .*; nothing was written$/);
  return error as ArchiveError;
}

/** An archive by a real writer. */
async function honest(files: Record<string, string>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) {
    if (name.endsWith("/")) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(text), name, { compress });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

describe("an honest archive", () => {
  test.each([true, false])("is unpacked whole (compressed: %s)", async (compress) => {
    const files = { "index.html": "<h1>", "empty/": "", "files/a/b.txt": "x".repeat(100_000), "files/ä.txt": "" };
    expect(await unpack(await honest(files, compress))).toEqual(["index.html", "files/a/b.txt", "files/ä.txt"]);
    const out = join(room, "out");
    expect(readdirSync(room).sort()).toEqual(["archive.zip", "out"]);
    expect(readdirSync(out).sort()).toEqual(["empty", "files", "index.html"]);
    expect(readFileSync(join(out, "files/a/b.txt"), "utf8")).toBe("x".repeat(100_000));
    expect(statSync(out).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  test("may be made by our own hand, the base of the hostile ones", async () => {
    expect(await unpack(archive({ name: "a.txt", data: "a" }, { name: "b/", mode: 0o040755 }))).toEqual(["a.txt"]);
  });

  test("may separate its folders with backslashes, and name the folder that it is in", async () => {
    expect(await unpack(archive({ name: "a\\b.txt", data: "a" }, { name: "./c//d.txt" }))).toEqual([
      "a/b.txt",
      "c/d.txt",
    ]);
    expect(readFileSync(join(room, "out/a/b.txt"), "utf8")).toBe("a");
  });

  test("goes into an empty folder that exists", async () => {
    mkdirSync(join(room, "out"));
    await unpack(await honest({ "a.txt": "a" }));
    expect(readdirSync(join(room, "out"))).toEqual(["a.txt"]);
  });
});

describe("a hostile archive is refused by name, and nothing is written", () => {
  const good = { name: "first.txt", data: "written first" };

  test.each([
    "../evil.txt",
    "a/../../evil.txt",
    "a/..",
    "..\\evil.txt",
    "a\\..\\..\\evil.txt",
    "/etc/evil",
    "\\\\server\\share",
    "C:/evil.txt",
    "c:evil.txt",
    "a\0b.txt",
    "a\u001b[2J.txt",
    "",
    "./",
  ])("with the name %j", async (name) => {
    const error = await refusal(archive(good, { name, data: "x" }));
    expect(error).toMatchObject({ reason: "unsafe-name", entryName: name });
    expect(error.message).toContain(JSON.stringify(name));
  });

  test.each([
    ["a link", 0o120777],
    ["a device", 0o060666],
    ["a pipe", 0o010666],
    ["a socket", 0o140666],
  ])("with %s", async (_, mode) => {
    const error = await refusal(archive(good, { name: "link", data: "/etc", mode }));
    expect(error).toMatchObject({ reason: "special-file", entryName: "link" });
  });

  test.each([
    ["a.txt", "a.txt"],
    ["a.txt", "A.TXT"],
    ["é.txt", "e\u0301.txt"],
    ["a/b.txt", "a\\b.txt"],
    ["a", "a/b.txt"],
    ["a/b.txt", "A"],
    ["a/", "a"],
  ])("with the names %j and %j", async (first, second) => {
    const error = await refusal(archive(good, { name: first }, { name: second }));
    expect(error).toMatchObject({ reason: "duplicate-name", entryName: second });
  });

  test("with an encrypted entry", async () => {
    expect(await refusal(archive(good, { name: "a", data: "x", flags: 0x801 }))).toMatchObject({
      reason: "encrypted",
      entryName: "a",
    });
  });

  test("with an unknown compression", async () => {
    expect(await refusal(archive(good, { name: "a", data: "x", method: 99 }))).toMatchObject({
      reason: "damaged",
      entryName: "a",
    });
  });

  test.each([
    ["more", "12345", 6],
    ["fewer", "12345", 4],
  ])("with a stored entry that declares %s bytes than it has", async (_, data, size) => {
    expect(await refusal(archive(good, { name: "liar", data, size }))).toMatchObject({
      reason: "size-mismatch",
      entryName: "liar",
    });
  });

  test.each([1, 999_999, 1_000_001])(
    "with a compressed entry that declares %d bytes and has a million",
    async (size) => {
      const bytes = await honest({ "first.txt": "a", liar: "x".repeat(1_000_000) });
      const at = bytes.indexOf(Buffer.from("PK\x01\x02"), bytes.indexOf("PK\x01\x02") + 4);
      bytes.writeUInt32LE(size, at + 24);
      expect(await refusal(bytes)).toMatchObject({ reason: "size-mismatch", entryName: "liar" });
    },
  );

  test("with a bomb: declared sizes above the limit, before a byte is unpacked", async () => {
    const half = { data: "", size: 2 ** 30, method: 8 };
    const error = await refusal(
      archive({ ...half, name: "a" }, { ...half, name: "b" }, { ...half, name: "c", size: 1 }),
    );
    expect(error).toMatchObject({ reason: "too-large", entryName: "c" });
    expect(error.message).toContain("2147483648 bytes (maxBytes)");
    expect(await refusal(archive({ name: "a", data: "12345" }), { maxBytes: 4 })).toMatchObject({
      reason: "too-large",
    });
  });

  test("with too many entries", async () => {
    const claims = ["a", "b", "c"].map((name) => ({ name }));
    expect(await refusal(archive(...claims), { maxFiles: 2 })).toMatchObject({
      reason: "too-many-files",
      entryName: "c",
    });
  });

  test("with a checksum that does not fit", async () => {
    expect(await refusal(archive(good, { name: "a", data: "x", checksum: 1 }))).toMatchObject({
      reason: "damaged",
      entryName: "a",
    });
  });

  test("with a folder that has data", async () => {
    expect(await refusal(archive({ name: "a/", data: "x" }))).toMatchObject({
      reason: "size-mismatch",
      entryName: "a/",
    });
  });

  test("with broken data, and with no archive at all", async () => {
    expect(await refusal(archive({ name: "a", data: "x", size: 5, method: 8 }))).toMatchObject({
      reason: "damaged",
      entryName: "a",
    });
    expect(await refusal(Buffer.from("<html>"))).toMatchObject({ reason: "damaged", entryName: undefined });
    expect(await refusal(archive(good).subarray(0, -30))).toMatchObject({ reason: "damaged" });
  });

  test("whatever its bytes: it is unpacked below the folder, or refused", async () => {
    const bytes = archive(good, { name: "b/c.txt", data: "x" });
    const place = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        const error = await unpack(changed).catch((thrown: unknown) => thrown);
        if (!Array.isArray(error)) expect(error).toBeInstanceOf(ArchiveError);
        expect(readdirSync(room).sort()).toEqual(Array.isArray(error) ? ["archive.zip", "out"] : ["archive.zip"]);
        rmSync(join(room, "out"), { recursive: true, force: true });
      }),
      { numRuns: 150 },
    );
  });
});

describe("the target", () => {
  const bytes = archive({ name: "a.txt", data: "new" });

  test("must not have anything in it", async () => {
    mkdirSync(join(room, "out"));
    writeFileSync(join(room, "out/mine.txt"), "mine");
    expect(await rejection(unpack(bytes))).toMatchObject({ name: "ArchiveError", reason: "target" });
    expect(readdirSync(join(room, "out"))).toEqual(["mine.txt"]);
  });

  test("must not be a file or a link", async () => {
    writeFileSync(join(room, "out"), "mine");
    expect(await rejection(unpack(bytes))).toMatchObject({ reason: "target" });
    rmSync(join(room, "out"));
    mkdirSync(join(room, "real"));
    symlinkSync(join(room, "real"), join(room, "out"));
    expect(await rejection(unpack(bytes))).toMatchObject({ reason: "target" });
    expect(readdirSync(join(room, "real"))).toEqual([]);
  });

  test("must be in a folder that exists", async () => {
    expect(await rejection(unzip(join(room, "archive.zip"), join(room, "no/out")))).toMatchObject({ reason: "target" });
  });

  test("stays empty when the archive is refused", async () => {
    mkdirSync(join(room, "out"));
    await rejection(unpack(archive({ name: "a", data: "x", size: 5 })));
    expect(readdirSync(join(room, "out"))).toEqual([]);
  });
});

test("an abort leaves nothing behind", async () => {
  const reason = new Error("the user left");
  const error = await rejection(unpack(archive({ name: "a", data: "x" }), { signal: AbortSignal.abort(reason) }));
  expect(error).toBe(reason);
  expect([readdirSync(room), existsSync(join(room, "out"))]).toEqual([["archive.zip"], false]);
});
