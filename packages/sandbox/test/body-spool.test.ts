import { mkdtemp, readdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { serve } from "srvx/node";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FileStore } from "../src/files/file-store.ts";
import { serveFile } from "../src/files/serve-file.ts";
import { defaultLimits } from "../src/limits.ts";
import { NodeDigest } from "../src/node/node-digest.ts";
import { NodeSpool } from "../src/node/spool.ts";
import { pieces, read, refusalOf, requestWith } from "./body-request.ts";

const limits = { ...defaultLimits, spoolBytes: 1000 };
const binary = "application/octet-stream";
const large = new Uint8Array(200_000).map((_, at) => (at * 7 + (at >> 8)) & 0xff);

let parent: string;
let spool: NodeSpool;
let store: FileStore;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "fairlead-test-"));
  spool = new NodeSpool(parent);
  store = new FileStore(limits, spool, () => new NodeDigest());
});

afterEach(async () => {
  await store.close();
  expect(await readdir(parent)).toEqual([]);
  await rm(parent, { recursive: true });
});

/** How many temporary files there are. */
async function onDisk(): Promise<number> {
  const folders = await readdir(parent);
  const files = await Promise.all(folders.map((folder) => readdir(join(parent, folder))));
  return files.flat().length;
}

async function readBytes(body: BodyInit): Promise<{ sha256: string; blob: Blob; size: number }> {
  const content = await read({ body, type: binary }, [binary], limits, store);
  if (content.kind !== "bytes") throw new Error(`this is ${content.kind}`);
  return content.file;
}

describe("a content above spoolBytes", () => {
  test("waits on disk, reads as it was sent, and is gone when the store is closed", async () => {
    const file = await readBytes(large);
    expect(await onDisk()).toBe(1);
    expect(new Uint8Array(await file.blob.arrayBuffer())).toEqual(large);
    const { sha256 } = await new FileStore(limits).keep(large);
    expect(file.sha256).toBe(sha256);
    await store.close();
    expect(await readdir(parent)).toEqual([]);
  });

  test("and not one of just spoolBytes, which stays in memory", async () => {
    await readBytes(large.subarray(0, 1000));
    expect(await onDisk()).toBe(0);
    await readBytes(large.subarray(0, 1001));
    expect(await onDisk()).toBe(1);
  });

  test("is on disk once, however often it is sent or put", async () => {
    const [first, second] = await Promise.all([readBytes(large), readBytes(large)]);
    await store.keep(first.blob, { name: "again.bin" });
    expect(second.sha256).toBe(first.sha256);
    expect([await onDisk(), store.size]).toEqual([1, large.length]);
  });

  test("serves ranges", async () => {
    const file = await store.keep(large);
    const response = serveFile(file, new Request("http://127.0.0.1/", { headers: { range: "bytes=150000-150009" } }));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(large.slice(150_000, 150_010));
  });

  test("can be put together with others", async () => {
    const parts = [await store.keep(large), await store.keep("end"), await store.keep(large.slice().reverse())];
    const whole = await store.keep(new Blob(parts.map(({ blob }) => blob)));
    const expected = Buffer.concat([large, Buffer.from("end"), large.slice().reverse()]);
    expect(Buffer.from(await whole.blob.arrayBuffer()).equals(expected)).toBe(true);
    expect((await new FileStore(limits).keep(expected)).sha256).toBe(whole.sha256);
  });

  test("as part of a form waits on disk too", async () => {
    const form = new FormData();
    form.append("title", "Mask");
    form.append("photo", new Blob([large]), "mask.png");
    const content = await read(
      new Request("http://127.0.0.1/", { method: "POST", body: form }),
      ["multipart/form-data"],
      limits,
      store,
    );
    expect(content).toMatchObject({ fields: { title: ["Mask"], photo: [{ size: large.length }] } });
    expect(await onDisk()).toBe(1);
  });

  test("goes when nothing refers to it any more, and not while it is being read", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const next = async (): Promise<void> => {
      collect();
      await new Promise((resolve) => setImmediate(resolve)); // finalizers run between turns
    };
    await (async () => {
      const reader = (await readBytes(large)).blob.slice(1, 100_000).slice(1).stream().getReader();
      for (let turn = 0; turn < 5; turn++) await next();
      expect(await onDisk()).toBe(1);
      let size = 0;
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) size += piece.value.length;
      expect(size).toBe(99_998);
    })();
    await vi.waitFor(
      async () => {
        await next();
        expect([await onDisk(), store.size]).toEqual([0, 0]);
      },
      { timeout: 10_000, interval: 10 },
    );
  });
});

describe("no temporary file is left", () => {
  test("by a body that still comes in when the store is closed", async () => {
    const writer = store.writer();
    await writer.write(large);
    await store.close();
    await expect(writer.finish({})).rejects.toThrow();
    await expect(store.keep(large)).rejects.toThrow("The sandbox was closed while a file came in");
  });

  test("by a client that goes away", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (sent++ === 0) return controller.enqueue(large);
        await vi.waitFor(async () => expect(await onDisk()).toBe(1)); // so that there is something to leave
        controller.error(new DOMException("The request was aborted.", "AbortError"));
      },
    });
    await expect(read(requestWith({ body, type: binary }), [binary], limits, store)).rejects.toThrow(
      "The request was aborted.",
    );
    expect(await onDisk()).toBe(0);
  });

  test("by a client whose connection breaks", async () => {
    let failed: (reason: unknown) => void = () => {};
    const reason = new Promise<unknown>((resolve) => {
      failed = resolve;
    });
    const server = serve({
      port: 0,
      hostname: "127.0.0.1",
      silent: true,
      gracefulShutdown: false,
      fetch: (request) =>
        read(request, [binary], limits, store).then(
          () => new Response(),
          (error: unknown) => {
            failed(error);
            return new Response(null, { status: 500 });
          },
        ),
    });
    await server.ready();
    const socket = connect(Number(new URL(server.url ?? "").port), "127.0.0.1");
    socket.write(`PUT / HTTP/1.1\r\nHost: museum\r\nContent-Type: ${binary}\r\nContent-Length: 900000\r\n\r\n`);
    socket.write(large);
    await vi.waitFor(async () => expect(await onDisk()).toBe(1), { timeout: 10_000 });
    socket.destroy();
    expect(await reason).toBeInstanceOf(Error);
    expect([await onDisk(), store.size]).toEqual([0, 0]);
    await server.close(true);
  });

  test("by a body over its cap", async () => {
    const { body } = pieces(large, large);
    expect(await refusalOf(read({ body, type: binary }, [binary], { ...limits, bodyBytes: 300_000 }, store))).toMatch(
      /^413: /,
    );
    expect([await onDisk(), store.size]).toEqual([0, 0]);
  });

  test("by a form that breaks after a whole file", async () => {
    const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"; filename="f"\r\n\r\n`;
    const { body } = pieces(part("a"), large, `\r\n${part("b")}`, large, "\r\n--y--");
    expect(
      await refusalOf(read({ body, type: "multipart/form-data; boundary=x" }, ["multipart/form-data"], limits, store)),
    ).toMatch(/^400: /);
    expect([await onDisk(), store.size]).toEqual([0, 0]);
  });

  test("by contents that the store has no room for", async () => {
    const small = new FileStore({ ...limits, fileBytes: 300_000 }, spool);
    const kept = await small.keep(large);
    await expect(small.keep(large.slice().reverse())).rejects.toThrow(/at most 300000 bytes of files/);
    await expect(small.keep(new Uint8Array(300_001))).rejects.toThrow(/at most 300000 bytes of files/);
    expect([await onDisk(), small.size]).toEqual([1, kept.size]);
  });
});
