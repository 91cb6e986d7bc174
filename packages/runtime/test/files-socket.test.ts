import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createCore, type TimeoutOptions } from "../src/core.ts";
import { engineOf } from "../src/engine.ts";
import { ConnectionError } from "../src/errors/transport/connection-error.ts";
import { TimeoutError } from "../src/errors/transport/timeout-error.ts";
import type { Download } from "../src/files/download.ts";
import { type FileFunction, fileOperation } from "../src/files/file-operation.ts";
import { fileResult } from "../src/files/file-result.ts";
import { jsonLines } from "../src/files/json-lines.ts";
import { toFile } from "../src/node/to-file.ts";
import { asBlob } from "../src/response/as-blob.ts";
import { anyHost } from "../src/transport/redirect.ts";
import { rejection } from "./support/client.ts";

const CONTENT = Buffer.from(Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 31) % 251));
const CUT = 300_000;
const TOKEN = "museum-token-0123456789";

/** What the server does at each path. */
const answers: Record<string, (response: ServerResponse) => void> = {
  whole: (response) => response.writeHead(200, { "content-length": CONTENT.length }).end(CONTENT),
  chunked: (response) => response.writeHead(200).end(CONTENT),
  gzip(response) {
    const packed = gzipSync(CONTENT);
    response.writeHead(200, { "content-encoding": "gzip", "content-length": packed.length }).end(packed);
  },
  "reset of a body with a length": (response) => cut(response, { "content-length": CONTENT.length }, "reset"),
  "reset of a chunked body": (response) => cut(response, {}, "reset"),
  "end of the connection before the length": (response) => cut(response, { "content-length": CONTENT.length }, "end"),
  "end of the connection in a chunked body": (response) => cut(response, {}, "end"),
  "end of a packed body before its length"(response) {
    const packed = gzipSync(CONTENT);
    response.writeHead(200, { "content-encoding": "gzip", "content-length": packed.length });
    response.write(packed.subarray(0, packed.length >> 1), () => response.socket?.end());
  },
  stall(response) {
    response.writeHead(200, { "content-length": CONTENT.length });
    response.write(CONTENT.subarray(0, CUT));
  },
  moved: (response) =>
    response.writeHead(302, { location: `http://localhost:${elsewhere()}/whole?signature=${"s".repeat(20)}` }).end(),
  lines(response) {
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    const bytes = Buffer.from('{"tour":"Führung"}\r\n\r\n{"tour":"€"}');
    let at = 0;
    const next = () => {
      if (at === bytes.length) response.end();
      else response.write(bytes.subarray(at, ++at), () => setTimeout(next));
    };
    next();
  },
};

function cut(response: ServerResponse, headers: Record<string, number>, by: "reset" | "end"): void {
  response.writeHead(200, headers);
  response.write(CONTENT.subarray(0, CUT), () => {
    if (by === "reset") response.socket?.resetAndDestroy();
    else response.socket?.end();
  });
}

const seen: { readonly url: string; readonly headers: IncomingHttpHeaders }[] = [];
const servers = [0, 1].map(() =>
  createServer((request, response) => {
    const url = decodeURI(request.url ?? "");
    seen.push({ url, headers: request.headers });
    answers[url.slice(1).split("?")[0] ?? ""]?.(response);
  }),
);
const [home, other] = servers.map((server) => () => (server.address() as AddressInfo).port);
const elsewhere = () => other?.();
let folder: string;

beforeAll(() =>
  Promise.all(servers.map((server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)))),
);

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairlead-socket-"));
  seen.length = 0;
});

afterEach(() => rm(folder, { recursive: true }));

function coreWith(timeouts: TimeoutOptions = {}) {
  return createCore({
    name: "museum-client",
    version: "1.2.3",
    auth: TOKEN,
    baseUrl: `http://127.0.0.1:${home?.()}`,
    timeouts,
    retry: false,
  });
}

/** The two kinds of downloads: of an operation, and of the result of a job. */
const kinds: [string, (path: string, timeouts?: TimeoutOptions) => Download][] = [
  [
    "operation",
    (path, timeouts) =>
      fileOperation<FileFunction>({
        id: "getTour",
        method: "GET",
        path: `/${encodeURI(path)}`,
        parse: asBlob,
        redirects: anyHost,
      }).download(coreWith(timeouts)),
  ],
  [
    "file of a job",
    (path, timeouts) => {
      const file = fileResult(engineOf(coreWith(timeouts)), `http://127.0.0.1:${elsewhere()}/${encodeURI(path)}`);
      if (!file) throw new Error("The address is none.");
      return file;
    },
  ],
];

for (const [kind, download] of kinds) {
  test.each(["whole", "chunked", "gzip"])(`the ${kind} sent %s arrives without a changed byte`, async (path) => {
    expect(Buffer.from(await download(path).bytes()).equals(CONTENT)).toBe(true);
    const sha256 = createHash("sha256").update(CONTENT).digest("hex");
    const saved = await toFile(download(path), join(folder, "tour.bin"), { sha256 });
    expect(saved.size).toBe(CONTENT.length);
    expect((await readFile(saved.path)).equals(CONTENT)).toBe(true);
    const { size, stream } = await download(path).open();
    await stream.cancel();
    expect(size).toBe(path === "whole" ? CONTENT.length : undefined);
  });

  test.each(Object.keys(answers).filter((path) => /^(reset|end) of/.test(path)))(
    `the ${kind} after the %s is an error, and no file`,
    async (path) => {
      for (const way of ["bytes", "blob", "text"] as const)
        expect(await rejection(download(path)[way]())).toBeInstanceOf(ConnectionError);
      expect(await rejection(toFile(download(path), join(folder, "tour.bin")))).toBeInstanceOf(ConnectionError);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test(`the ${kind} that stalls is a TimeoutError after the limit of the client`, async () => {
    const work = toFile(download("stall", { bodyIdleMs: 50 }), join(folder, "tour.bin"));
    const error = await rejection(work);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: "body", limitMs: 50 });
    expect(await readdir(folder)).toEqual([]);
  });
}

test("a redirect to another host gets no credentials", async () => {
  const [, operation] = kinds[0] ?? [];
  expect((await operation?.("moved").bytes())?.length).toBe(CONTENT.length);
  expect(seen.map(({ url, headers }) => [url.slice(0, 17), headers.authorization])).toEqual([
    ["/moved", `Bearer ${TOKEN}`],
    ["/whole?signature=", undefined],
  ]);
});

test("the lines of a stream that comes byte by byte are whole", async () => {
  const [, operation] = kinds[0] ?? [];
  const tours: unknown[] = [];
  for await (const line of jsonLines(operation?.("lines") as Download)) tours.push(line);
  expect(tours).toEqual([{ tour: "Führung" }, { tour: "€" }]);
});

test("a reader that leaves ends the request on the server", async () => {
  const [, operation] = kinds[0] ?? [];
  const closed = new Promise<void>((resolve) => {
    answers.leave = (response) => {
      answers.stall?.(response);
      response.once("close", resolve);
    };
  });
  const stream = await operation?.("leave").stream();
  await stream?.cancel();
  await closed;
});
