import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Core, createCore } from "../src/core.ts";
import { AbortedError } from "../src/errors/transport/aborted-error.ts";
import { ConnectionError } from "../src/errors/transport/connection-error.ts";
import type { UploadOptions, UploadProgress } from "../src/files/upload-progress.ts";
import { fromPath } from "../src/node/from-path.ts";
import { operation } from "../src/operation.ts";
import type { BodyRow } from "../src/operation-row.ts";
import { binaryBody, multipartBody } from "../src/request/body.ts";
import { asJson } from "../src/response/as-json.ts";
import { rejection } from "./support/client.ts";

/** What the server saw of one request. */
interface Seen {
  readonly length: string | undefined;
  readonly encoding: string | undefined;
  readonly name: string | undefined;
  readonly sha256: string;
  readonly bytes: number;
}

/** Answers each upload with what came, but the first of a path that begins with `/busy` with a 503. */
const server = createServer(async (request, response) => {
  const body = await buffer(request).catch(() => undefined);
  // The client broke off.
  if (!body) return;
  const { headers, url = "" } = request;
  const isForm = headers["content-type"]?.startsWith("multipart/");
  const form = isForm
    ? await new Response(body, { headers: { "content-type": `${headers["content-type"]}` } }).formData()
    : undefined;
  const file = form?.get("file");
  const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : body;
  seen.push({
    length: headers["content-length"],
    encoding: headers["transfer-encoding"],
    name: file instanceof File ? file.name : undefined,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: body.length,
  });
  const isBusy = url.startsWith("/busy") && seen.length === 1;
  response.writeHead(isBusy ? 503 : 200, {
    "content-type": "application/json",
    ...(isBusy && { "retry-after-ms": "1" }),
  });
  response.end("{}");
});
const SIZE = 5_000_000;
const content = Buffer.from(Uint8Array.from({ length: SIZE }, (_, index) => (index * 31) % 251));
const digest = createHash("sha256").update(content).digest("hex");
let seen: Seen[] = [];
let folder: string;
let path: string;
let core: Core;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairlead-upload-"));
  path = join(folder, "tour 7.bin");
  await writeFile(path, content);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  core = coreOn(server);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

function coreOn(server: Server): Core {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createCore({ name: "museum-client", version: "1.2.3", auth: "museum-token-0123456789", baseUrl });
}

type Upload = (core: Core, input: unknown, options: UploadOptions) => Promise<unknown>;
const uploader = (body: BodyRow, path: string) =>
  operation<Upload>({ id: "addPhoto", method: "PUT", path, body, parse: asJson });

async function upload(body: BodyRow, value: unknown, at = "/photos"): Promise<UploadProgress[]> {
  const told: UploadProgress[] = [];
  seen = [];
  await uploader(body, at)(core, { body: value }, { onProgress: (progress) => told.push(progress) });
  return told;
}

const forms = [
  ["bytes of a path", { write: binaryBody }, () => fromPath(path)],
  ["bytes of a Blob", { write: binaryBody }, async () => new Blob([content])],
  ["bytes in memory", { write: binaryBody }, async () => new Uint8Array(content)],
  ["a form with a path", { write: multipartBody }, async () => ({ title: "Hall", file: await fromPath(path) })],
] as const;

test.each(forms)("%s are counted, with their length announced and no byte changed", async (_, row, value) => {
  const told = await upload(row, await value());
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ sha256: digest, encoding: undefined, length: `${seen[0]?.bytes}` });
  const length = seen[0]?.bytes;
  expect(told.at(-1)).toEqual({ sent: length, total: length });
  // The first piece is told at once: it shows that the platform lets the body be counted.
  expect(told[0]?.sent).toBeLessThan(SIZE);
  expect(told.map(({ sent }) => sent)).toEqual(told.map(({ sent }) => sent).sort((a, b) => a - b));
  expect(told.filter(({ sent }) => sent === length)).toHaveLength(1);
});

test.each(forms)("%s are sent a second time after a 503, and the progress begins anew", async (_, row, value) => {
  const told = await upload(row, await value(), "/busy");
  expect(seen.map(({ sha256, length, bytes }) => [sha256, length === `${bytes}`])).toEqual([
    [digest, true],
    [digest, true],
  ]);
  const ends = told.filter(({ sent }) => sent === seen[0]?.bytes);
  expect(ends).toHaveLength(2);
  expect(told.at(-1)).toEqual(ends[1]);
});

test("a form keeps the name of a file of a path", async () => {
  await upload({ write: multipartBody }, { file: await fromPath(path) });
  expect(seen[0]?.name).toBe("tour 7.bin");
});

test("a file without a byte is told once, when it has arrived", async () => {
  expect(await upload({ write: binaryBody }, new Blob([]))).toEqual([{ sent: 0, total: 0 }]);
});

test.each([
  ["bytes of a path", { write: binaryBody }, (big: string) => fromPath(big)],
  ["a form with a path", { write: multipartBody }, async (big: string) => ({ file: await fromPath(big) })],
])("%s are not told as sent while the server does not take them", async (_, row, value) => {
  const big = join(folder, "big.bin");
  await writeFile(big, Buffer.alloc(50_000_000, 7));
  const controller = new AbortController();
  // It reads nothing, so the buffers of the connection fill up, which have some MB at most.
  const silent = createServer((request) => {
    request.pause();
    setTimeout(() => controller.abort(), 500);
  });
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const told: UploadProgress[] = [];
  const options = { signal: controller.signal, onProgress: (progress: UploadProgress) => told.push(progress) };
  expect(await rejection(uploader(row, "/photos")(coreOn(silent), { body: await value(big) }, options))).toBeInstanceOf(
    AbortedError,
  );
  expect(told.length).toBeGreaterThan(0);
  expect(told.at(-1)?.sent).toBeLessThan(25_000_000);
  expect(told.at(-1)?.total).toBeGreaterThanOrEqual(50_000_000);
  silent.closeAllConnections();
  silent.close();
});

test("a file that is changed after it was taken fails the call, and is not sent short", async () => {
  seen = [];
  for (const [row, wrap] of [
    [{ write: binaryBody }, (file: File) => file],
    [{ write: multipartBody }, (file: File) => ({ file })],
  ] as const) {
    const changing = join(folder, "changing.bin");
    await writeFile(changing, content);
    const body = wrap(await fromPath(changing));
    await writeFile(changing, content.subarray(1));
    const options: UploadOptions = { retry: false, onProgress: () => {} };
    const error = await rejection(uploader(row, "/photos")(core, { body }, options));
    expect(error).toBeInstanceOf(ConnectionError);
    expect((error as ConnectionError).cause).toMatchObject({ cause: { name: "NotReadableError" } });
  }
  expect(seen).toEqual([]);
});
