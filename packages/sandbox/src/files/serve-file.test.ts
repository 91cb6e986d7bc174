import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultLimits } from "../limits.ts";
import { FileStore } from "./file-store.ts";
import { serveFile } from "./serve-file.ts";
import type { StoredFile } from "./stored-file.ts";

const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 251);
let file: StoredFile;
let etag: string;

beforeAll(async () => {
  file = await new FileStore(defaultLimits).keep(bytes, { name: "mask.png", type: "image/png" });
  etag = `"${file.md5}"`;
});

function serve(headers: Record<string, string> = {}, method = "GET"): Response {
  return serveFile(file, new Request("http://127.0.0.1/", { method, headers }), { "access-control-allow-origin": "*" });
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(response.headers);
}

describe("a file", () => {
  test("is sent whole with all that a client needs to ask again", async () => {
    const response = serve();
    expect(response.status).toBe(200);
    expect(headersOf(response)).toEqual({
      "accept-ranges": "bytes",
      "access-control-allow-origin": "*",
      "content-disposition": 'attachment; filename="mask.png"',
      "content-length": "1000",
      "content-type": "image/png",
      etag,
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  test("is described to HEAD, without a body and without ranges", async () => {
    const response = serve({ range: "bytes=0-1" }, "HEAD");
    expect([response.status, response.body]).toEqual([200, null]);
    expect(headersOf(response)).toEqual(headersOf(serve()));
  });

  test("is sent in any range as slice gives it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(999), fc.nat(1200), async (start, length) => {
        const response = serve({ range: `bytes=${start}-${start + length}` });
        const expected = bytes.slice(start, start + length + 1);
        expect(response.status).toBe(206);
        expect(response.headers.get("content-length")).toBe(String(expected.length));
        expect(response.headers.get("content-range")).toBe(`bytes ${start}-${start + expected.length - 1}/1000`);
        expect(new Uint8Array(await response.arrayBuffer())).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test("is sent from its end by a suffix range", async () => {
    const response = serve({ range: "bytes=-3" });
    expect([response.status, response.headers.get("content-range")]).toEqual([206, "bytes 997-999/1000"]);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes.slice(-3));
  });

  test("of which no byte is asked for is 416, with its size", () => {
    const response = serve({ range: "bytes=1000-" });
    expect([response.status, response.body]).toEqual([416, null]);
    expect(response.headers.get("content-range")).toBe("bytes */1000");
    expect(response.headers.get("content-length")).toBe("0");
  });

  test("is sent whole where several ranges are asked for", async () => {
    const response = serve({ range: "bytes=0-1,5-6" });
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 1000]);
  });
});

describe("a condition", () => {
  test("of If-Range gives the range of the same file, and the whole of another", () => {
    expect(serve({ range: "bytes=5-", "if-range": etag }).status).toBe(206);
    expect(serve({ range: "bytes=5-", "if-range": '"other"' }).status).toBe(200);
    expect(serve({ range: "bytes=5-", "if-range": `W/${etag}` }).status).toBe(200); // only a strong tag will do
    expect(serve({ range: "bytes=5-", "if-range": "Sat, 21 Nov 2026 12:00:00 GMT" }).status).toBe(200);
    expect(serve({ range: "bytes=9999-", "if-range": '"other"' }).status).toBe(200);
  });

  test("of If-None-Match gives nothing to whom has the file, before any range", () => {
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, "*"])
      for (const method of ["GET", "HEAD"]) {
        const response = serve({ "if-none-match": tags, range: "bytes=0-1" }, method);
        expect([response.status, response.body]).toEqual([304, null]);
        expect(response.headers.get("etag")).toBe(etag);
        expect(response.headers.get("content-length")).toBeNull();
      }
    expect(serve({ "if-none-match": '"other"' }).status).toBe(200);
  });

  test("means nothing to an answer other than 200, or to another method than GET and HEAD", () => {
    const headers = { range: "bytes=0-1", "if-none-match": etag };
    expect(serve(headers, "POST").status).toBe(200);
    expect(serveFile(file, new Request("http://127.0.0.1/", { headers }), {}, 201).status).toBe(201);
  });
});

test("headers of the answer win over the file's own type and name", () => {
  const headers = { "content-type": "model/gltf-binary", "content-disposition": "inline" };
  const response = serveFile(file, new Request("http://127.0.0.1/"), headers);
  expect(headersOf(response)).toMatchObject(headers);
});

test("a type that is no header value is not sent", async () => {
  const odd = await new FileStore(defaultLimits).keep("1", { type: "image/\u00fc\nx", name: "Größe.png" });
  expect(serveFile(odd, new Request("http://127.0.0.1/")).headers.get("content-type")).toBe("application/octet-stream");
});
