import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rejection } from "../../test/support/client.ts";
import { createCore, type FetchFunction } from "../core.ts";
import { ApiError } from "../errors/api/api-error.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { TransferError } from "../errors/transfer-error.ts";
import { AbortedError } from "../errors/transport/aborted-error.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import type { Download } from "../files/download.ts";
import { type FileFunction, fileOperation } from "../files/file-operation.ts";
import { asBlob } from "../response/as-blob.ts";
import { fakeClock } from "../testing/fake-clock.ts";
import type { MockAnswer } from "../testing/mock-answer.ts";
import { type MockTransport, mockTransport } from "../testing/mock-transport.ts";
import { toFile } from "./to-file.ts";

const TEXT = "png bytes";
const digest = (name: string) => createHash(name).update(TEXT).digest("hex");
let folder: string;
let target: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairlead-to-"));
  target = join(folder, "hall.png");
});

afterEach(() => rm(folder, { recursive: true }));

function clientOn(fetch: FetchFunction) {
  const core = createCore({
    name: "museum-client",
    version: "1.2.3",
    auth: "museum-token-0123456789",
    baseUrl: "https://api.museum.test",
    fetch,
    clock: fakeClock(),
    retry: false,
  });
  const getPhoto = fileOperation<FileFunction>({ id: "getPhoto", method: "GET", path: "/photo", parse: asBlob });
  return { core, getPhoto };
}

function downloadOf(...script: MockAnswer[]): { download: Download; fetch: MockTransport } {
  const fetch = mockTransport(script);
  const { core, getPhoto } = clientOn(fetch);
  return { download: getPhoto.download(core), fetch };
}

const named = (name: string): MockAnswer => ({
  body: TEXT,
  headers: { "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
});
const whole: MockAnswer = { body: TEXT, headers: { "content-length": "9" } };

test("writes the bytes and gives path and size", async () => {
  expect(await toFile(downloadOf(whole).download, target)).toEqual({ path: target, size: 9 });
  expect(await readFile(target, "utf8")).toBe(TEXT);
  expect(await readdir(folder)).toEqual(["hall.png"]);
});

test("replaces an existing file only when the new one is complete", async () => {
  await writeFile(target, "old");
  let during: string | undefined;
  const { download } = downloadOf(whole);
  await toFile(download, target, {
    onProgress: async () => {
      during ??= await readFile(target, "utf8");
    },
  });
  expect(await readFile(target, "utf8")).toBe(TEXT);
  expect(["old", TEXT]).toContain(during);
});

test("a file without a byte is written too", async () => {
  expect(await toFile(downloadOf({ status: 204 }).download, target)).toEqual({ path: target, size: 0 });
  expect(await readFile(target, "utf8")).toBe("");
});

test.each([
  ["sha256", { sha256: digest("sha256") }],
  ["sha1 in capitals", { sha1: digest("sha1").toUpperCase() }],
  ["both, and the size", { sha256: digest("sha256"), sha1: digest("sha1"), size: 9 }],
])("a file that has its %s is kept", async (_, wanted) => {
  expect((await toFile(downloadOf(whole).download, target, wanted)).size).toBe(9);
});

describe("keeps no part and leaves an existing file as it is", () => {
  const cases: [string, MockAnswer, object, new (...rest: never[]) => Error, RegExp, object][] = [
    [
      "another sha256",
      whole,
      { sha256: "0".repeat(64) },
      TransferError,
      /its sha256 is [\da-f]{64} and not 0{64}; no file/,
      { kind: "checksum" },
    ],
    ["another sha1", whole, { sha1: "0".repeat(40) }, TransferError, /its sha1 is/, { kind: "checksum" }],
    ["another content-length", whole, { size: 8 }, TransferError, /has 9 bytes and not 8/, { kind: "size" }],
    ["fewer bytes", { body: TEXT }, { size: 10 }, TransferError, /has 9 bytes and not 10/, { kind: "size" }],
    ["more bytes", { body: TEXT }, { size: 8 }, TransferError, /has more bytes and not 8/, { kind: "size" }],
    ["a reset", { body: TEXT, cut: { afterBytes: 4, by: "reset" } }, {}, ConnectionError, /reset/, { kind: "reset" }],
    [
      "a short body",
      { body: "png ", headers: { "content-length": "9" } },
      {},
      ConnectionError,
      /after 4 of 9 bytes/,
      {},
    ],
    ["an error of the server", { status: 404 }, {}, ApiError, /404/, { status: 404 }],
  ];

  test.each(cases)("after %s", async (_, answer, options, type, message, facts) => {
    for (const before of [["hall.png"], []]) {
      await rm(target, { force: true });
      for (const name of before) await writeFile(join(folder, name), "old");
      const error = await rejection(toFile(downloadOf(answer).download, target, options));
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject({ urlTemplate: "/photo", ...facts });
      expect((error as Error).message).toMatch(message);
      expect(await readdir(folder)).toEqual(before);
      if (before.length) expect(await readFile(target, "utf8")).toBe("old");
    }
  });

  test("after anything that is wrong, and ends the request too", async () => {
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => {
        isCancelled = true;
      },
    });
    // As it is: the kit gives a copy of a Response, whose stream ends only when both do.
    const { core, getPhoto } = clientOn(async () => new Response(endless));
    expect(await rejection(toFile(getPhoto.download(core), target, { size: 5000 }))).toBeInstanceOf(TransferError);
    expect(isCancelled).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  test("after an abort", async () => {
    const controller = new AbortController();
    const { download } = downloadOf({ body: TEXT, cut: { afterBytes: 4, by: "stall" } });
    const work = rejection(toFile(download, target, { signal: controller.signal }));
    while (!existsSync(`${target}.part`)) await new Promise((resolve) => setTimeout(resolve, 1));
    controller.abort();
    expect(await work).toBeInstanceOf(AbortedError);
    expect(await readdir(folder)).toEqual([]);
  });

  test("after a failure of the file system", async () => {
    const { download } = downloadOf(whole);
    const gone = join(folder, "gone");
    await mkdir(gone);
    const late: Download = {
      ...download,
      open: async (options) => {
        await rm(gone, { recursive: true });
        return download.open(options);
      },
    };
    expect(await rejection(toFile(late, join(gone, "hall.png")))).toMatchObject({ code: "ENOENT" });
    expect(await readdir(folder)).toEqual([]);
  });
});

test("two at once do not mix, and neither leaves a part", async () => {
  const texts = ["a".repeat(200_000), "b".repeat(200_000)];
  await Promise.all(texts.map((body) => toFile(downloadOf({ body }).download, target)));
  expect(texts).toContain(await readFile(target, "utf8"));
  expect(await readdir(folder)).toEqual(["hall.png"]);
});

test("a part that another transfer has left is neither taken nor touched", async () => {
  await writeFile(`${target}.part`, "left");
  await toFile(downloadOf(whole).download, target);
  expect(await readFile(`${target}.part`, "utf8")).toBe("left");
  expect(await readFile(target, "utf8")).toBe(TEXT);
  expect((await readdir(folder)).sort()).toEqual(["hall.png", "hall.png.part"]);
});

describe("a folder", () => {
  test.each(["", "/"])("gets the file by the server's name, written with %j at its end", async (end) => {
    const saved = await toFile(downloadOf(named("tür.zip")).download, `${folder}${end}`);
    expect(saved.path).toBe(join(folder, "tür.zip"));
    expect(await readFile(saved.path, "utf8")).toBe(TEXT);
  });

  test.each(["../../outside.zip", "/etc/outside.zip", "..\\outside.zip"])(
    "is not left by the name %s",
    async (name) => {
      expect((await toFile(downloadOf(named(name)).download, folder)).path).toBe(join(folder, "outside.zip"));
    },
  );

  test("gets no file that has no name", async () => {
    const error = await rejection(toFile(downloadOf(whole).download, folder));
    expect(error).toBeInstanceOf(RequestError);
    expect((error as Error).message).toMatch(/the server has no name for the file/);
    expect(await readdir(folder)).toEqual([]);
  });

  test("keeps a file that has the server's name already", async () => {
    await writeFile(target, "old");
    const error = await rejection(toFile(downloadOf(named("hall.png")).download, folder));
    expect(error).toBeInstanceOf(RequestError);
    expect((error as Error).message).toMatch(/hall\.png.* exists/);
    expect(await readFile(target, "utf8")).toBe("old");
  });
});

describe("sends nothing", () => {
  test.each([
    [
      "into a folder that does not exist",
      () => join(folder, "absent", "hall.png"),
      {},
      /absent does not exist; make it first/,
    ],
    [
      "to a folder's name that does not exist",
      () => `${join(folder, "absent")}/`,
      {},
      /absent does not exist; make it first/,
    ],
    ["over a device", () => "/dev/null", {}, /no plain file/],
    ["to no path", () => "", {}, /empty/],
    ["with a digest that is none", () => target, { sha256: "abc" }, /64 hexadecimal digits/],
    ["with a digest of the other length", () => target, { sha1: "0".repeat(64) }, /40 hexadecimal digits/],
    ["with a size that is none", () => target, { size: -1 }, /number of bytes/],
  ])("%s", async (_, path, options, message) => {
    const { download, fetch } = downloadOf();
    const error = await rejection(toFile(download, path(), options));
    expect(error).toBeInstanceOf(RequestError);
    expect((error as Error).message).toMatch(message);
    expect(fetch.requests.length).toBe(0);
  });
});

describe("the progress", () => {
  test("ends with all bytes, told once", async () => {
    const told: unknown[] = [];
    await toFile(downloadOf(whole).download, target, { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([{ received: 9, total: 9 }]);
  });

  test("has no total where nobody knows it, and the wanted size where that is given", async () => {
    for (const [size, total] of [
      [undefined, undefined],
      [9, 9],
    ]) {
      const told: unknown[] = [];
      const options = { onProgress: (progress: unknown) => told.push(progress), ...(size !== undefined && { size }) };
      await toFile(downloadOf({ body: TEXT }).download, target, options);
      expect(told.at(-1)).toEqual({ received: 9, total });
    }
  });

  test("breaks nothing when its listener throws", async () => {
    const onProgress = () => {
      throw new Error("the bar is gone");
    };
    expect((await toFile(downloadOf(whole).download, target, { onProgress })).size).toBe(9);
  });
});
