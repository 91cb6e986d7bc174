import { beforeEach, describe, expect, test } from "vitest";
import { answerFileRequest } from "../src/files/answer-file-request.ts";
import { FileStore } from "../src/files/file-store.ts";
import type { Files } from "../src/files/files.ts";
import { filesOf } from "../src/files/files-of.ts";
import { defaultLimits } from "../src/limits.ts";
import { createSessions } from "../src/session/create-sessions.ts";
import type { Session, Sessions } from "../src/session/session.ts";
import type { Tables } from "../src/tables/tables.ts";
import { pieces } from "./body-request.ts";

const origin = "http://127.0.0.1:4010";
const tables = {
  format: 1,
  title: "Museum",
  version: "1",
  operations: [],
  responses: {},
  schemas: {},
  rateLimits: {},
  jobs: {},
  resources: {},
  idempotency: {},
  auth: {},
  errors: { response: "Error", message: "/message" },
  static: {},
} satisfies Tables;

let store: FileStore;
let sessions: Sessions;
let session: Session;
let files: Files;

/** A sandbox of its own, as another process would have it. */
function start(): void {
  store = new FileStore({ ...defaultLimits, spoolBytes: 100, bodyBytes: 1000 });
  const apis = { museum: { tables, seed: {} } };
  sessions = createSessions({ apis, clock: { mode: "virtual" }, limits: store.limits, fileStore: store });
  session = sessions.default;
  files = filesIn(session);
}

function filesIn(chosen: Session): Files {
  const { clock, random } = chosen;
  return filesOf(chosen.api("museum").files, store, { origin, clock, random });
}

/** What an address answers in a session. */
async function ask(url: string, init: RequestInit & { in?: Session } = {}): Promise<Response> {
  const { in: chosen = session, ...rest } = init;
  const { pathname } = new URL(url);
  const request = new Request(url, { ...rest, duplex: "half" } as RequestInit);
  const answer = await answerFileRequest(request, pathname, chosen.api("museum").files, store, chosen.clock);
  if (answer === undefined) throw new Error(`${pathname} is not an address of files`);
  return answer;
}

beforeEach(start);

describe("a download address", () => {
  test("serves the file with its name, to anyone", async () => {
    const url = files.downloadUrl(await files.put("scan", { name: "hall/Größe 1.txt", type: "text/plain" }));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:4010\/__sandbox__\/files\/[A-Za-z0-9]{32}\/Gr%C3%B6%C3%9Fe%201\.txt$/);
    const response = await ask(url);
    expect([response.status, await response.text(), response.headers.get("content-type")]).toEqual([
      200,
      "scan",
      "text/plain",
    ]);
    expect(response.headers.get("content-disposition")).toContain("filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.txt");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect((await ask(url, { headers: { range: "bytes=1-2" } })).status).toBe(206);
    expect((await ask(url, { method: "HEAD" })).headers.get("content-length")).toBe("4");
  });

  test("has the name that is asked for, or none", async () => {
    const file = await files.put("scan", { name: "scan.txt" });
    const named = files.downloadUrl(file, { name: "a/b.zip" });
    expect(named).toMatch(/\/b\.zip$/);
    expect((await ask(named)).headers.get("content-disposition")).toBe('attachment; filename="b.zip"');
    const bare = files.downloadUrl(await files.put("scan"));
    expect(new URL(bare).pathname.split("/")).toHaveLength(4);
    expect((await ask(bare)).headers.get("content-disposition")).toBeNull();
  });

  test("is the same for the same question", async () => {
    const file = await files.put("scan");
    expect(files.downloadUrl(file)).toBe(files.downloadUrl(file));
    expect(files.downloadUrl(file)).not.toBe(files.downloadUrl(file, { expiresAt: 1 }));
  });

  test("expires by the session's clock", async () => {
    const url = files.downloadUrl(await files.put("scan"), { expiresAt: session.clock.now() + 60_000 });
    session.clock.advance(59_999);
    expect((await ask(url)).status).toBe(200);
    session.clock.advance(1);
    const response = await ask(url);
    expect([response.status, response.headers.get("content-type")]).toEqual([403, "application/problem+json"]);
    expect(await response.text()).not.toContain(new URL(url).pathname.split("/")[3]); // tickets are secrets
  });

  test("that was never given out is 404", async () => {
    expect((await ask(`${origin}/__sandbox__/files/none/scan.txt`)).status).toBe(404);
  });

  test("takes GET and HEAD only, and answers a browser's question before", async () => {
    const url = files.downloadUrl(await files.put("scan"));
    const refused = await ask(url, { method: "PUT", body: "x" });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    const asked = await ask(url, { method: "OPTIONS" });
    expect([asked.status, asked.headers.get("access-control-allow-methods")]).toEqual([204, "GET, HEAD"]);
  });

  test("is no address outside of its folder", () => {
    const { files: book } = session.api("museum");
    for (const path of [
      "/__sandbox__/health",
      "/__sandbox__/files",
      "/__sandbox__/files/",
      "/__sandbox__/files/a/b/c",
      "/files/a",
    ])
      expect(
        answerFileRequest(new Request(`${origin}${path}`), path, book, store, session.clock),
        path,
      ).toBeUndefined();
  });
});

describe("an upload address", () => {
  test("keeps what is sent and answers with its hash", async () => {
    const url = files.uploadUrl("scan/7");
    expect(files.received("scan/7")).toBeUndefined();
    const response = await ask(url, { method: "PUT", body: "first", headers: { "content-type": "text/csv" } });
    expect([response.status, response.headers.get("etag"), await response.text()]).toEqual([
      200,
      '"8b04d5e3775d298e78455efc5ca404d5"',
      "",
    ]);
    const file = files.received("scan/7");
    expect([file?.type, await file?.blob.text()]).toEqual(["text/csv", "first"]);
    expect(files.get(file?.sha256 ?? "")).toBe(file);
  });

  test("takes another file in place of the first, and an empty one", async () => {
    const url = files.uploadUrl("scan/7");
    await ask(url, { method: "PUT", body: "first" });
    await ask(url, { method: "PUT", body: "second" });
    expect(await files.received("scan/7")?.blob.text()).toBe("second");
    expect((await ask(url, { method: "PUT" })).status).toBe(200);
    expect(files.received("scan/7")?.size).toBe(0);
  });

  test("expires by the session's clock, and then reads nothing", async () => {
    const url = files.uploadUrl("scan/7", { expiresAt: session.clock.now() + 1 });
    session.clock.advance(1);
    const { body, pulls } = pieces("late");
    expect((await ask(url, { method: "PUT", body })).status).toBe(403);
    expect([pulls(), files.received("scan/7")]).toEqual([0, undefined]);
  });

  test("that was never given out is 404, another method is 405", async () => {
    expect((await ask(`${origin}/__sandbox__/uploads/none`, { method: "PUT", body: "x" })).status).toBe(404);
    const refused = await ask(files.uploadUrl("scan/7"));
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "PUT"]);
  });

  test("refuses more than maxBytes, by Content-Length without reading and by counting", async () => {
    const url = files.uploadUrl("scan/7", { maxBytes: 4 });
    const declared = pieces("five5");
    const byLength = await ask(url, { method: "PUT", body: declared.body, headers: { "content-length": "5" } });
    expect([byLength.status, declared.pulls()]).toEqual([413, 0]);
    expect((await byLength.json()).detail).toBe("The body has 5 bytes; this upload may have at most 4 bytes");
    const counted = await ask(url, { method: "PUT", body: pieces("fi", "ve5", "never").body });
    expect(counted.status).toBe(413);
    expect([files.received("scan/7"), store.size]).toEqual([undefined, 0]);
    expect((await ask(url, { method: "PUT", body: "four" })).status).toBe(200);
  });

  test("refuses more than the body cap, and more than the store has room for", async () => {
    expect((await ask(files.uploadUrl("a"), { method: "PUT", body: "x".repeat(1001) })).status).toBe(413);
    store = new FileStore({ ...store.limits, fileBytes: 10 });
    const full = await ask(files.uploadUrl("a"), { method: "PUT", body: "eleven bytes" });
    expect([full.status, full.headers.get("x-sandbox-error")]).toEqual([507, "limit"]);
    expect((await full.json()).detail).toMatch(/limits\.fileBytes/);
  });

  test("of a client that goes away keeps nothing", async () => {
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("gone")) });
    await expect(ask(files.uploadUrl("a"), { method: "PUT", body })).rejects.toThrow("gone");
    expect([files.received("a"), store.size]).toEqual([undefined, 0]);
  });
});

describe("the files of a session", () => {
  test("are in its forks, which then go their own way", async () => {
    const file = await files.put("scan", { name: "scan.txt" });
    const url = files.downloadUrl(file);
    const upload = files.uploadUrl("a");
    const fork = sessions.fork({ of: session });
    expect(await (await ask(url, { in: fork })).text()).toBe("scan");
    expect(filesIn(fork).get(file.sha256)?.name).toBe("scan.txt");
    await ask(upload, { in: fork, method: "PUT", body: "of the fork" });
    expect(files.received("a")).toBeUndefined();
    expect(await filesIn(fork).received("a")?.blob.text()).toBe("of the fork");
    const later = files.downloadUrl(await files.put("later"));
    expect((await ask(later, { in: fork })).status).toBe(404);
  });

  test("are not in a session that begins anew, and gone from one that is reset", async () => {
    const url = files.downloadUrl(await files.put("scan"));
    expect((await ask(url, { in: sessions.fork() })).status).toBe(404);
    session.reset();
    expect((await ask(url)).status).toBe(404);
  });

  test("come back with a snapshot", async () => {
    const url = files.downloadUrl(await files.put("scan"));
    const snapshot = session.snapshot();
    session.reset();
    const other = files.downloadUrl(await files.put("other"));
    session.restore(snapshot);
    expect(await (await ask(url)).text()).toBe("scan");
    expect((await ask(other)).status).toBe(404);
  });

  test("come back with a snapshot as JSON in another process", async () => {
    const url = files.downloadUrl(await files.put("scan", { name: "scan.txt", type: "text/plain" }), {
      expiresAt: session.clock.now() + 1000,
    });
    const upload = files.uploadUrl("a", { maxBytes: 4 });
    await ask(upload, { method: "PUT", body: "four" });
    const text = JSON.stringify(session.snapshot());
    start();
    session.restore(sessions.parse(JSON.parse(text)));
    const response = await ask(url);
    expect([await response.text(), response.headers.get("content-type")]).toEqual(["scan", "text/plain"]);
    expect(await files.received("a")?.blob.text()).toBe("four");
    expect((await ask(upload, { method: "PUT", body: "five5" })).status).toBe(413);
    session.clock.advance(1000);
    expect((await ask(url)).status).toBe(403);
  });

  test("that are large are named in JSON only, and come back where they are kept", async () => {
    const file = await files.put("x".repeat(101));
    const url = files.downloadUrl(file);
    const json = JSON.parse(JSON.stringify(session.snapshot()));
    session.reset();
    session.restore(sessions.parse(json));
    expect((await ask(url)).status).toBe(200);
    start();
    expect(() => sessions.parse(json)).toThrow(`The snapshot lacks the file ${file.sha256}`);
  });
});

describe("a book", () => {
  test("refuses JSON that it did not write", async () => {
    const file = await files.put("scan");
    const { files: book } = session.api("museum");
    const json = JSON.parse(JSON.stringify(book.toJSON(book.save())));
    for (const broken of [
      {},
      { ...json, files: undefined },
      { ...json, contents: {} },
      { ...json, contents: { [file.sha256]: "b3RoZXI=" } },
      { ...json, contents: { [file.sha256]: "%" } },
      { ...json, uploads: { a: { key: "a", maxBytes: "4" } } },
    ])
      expect(() => book.fromJSON(broken), JSON.stringify(broken)).toThrow(TypeError);
    expect(book.fromJSON(json).files.get(file.sha256)?.size).toBe(4);
  });
});

describe("put", () => {
  test("keeps texts, bytes and blobs, equal ones once", async () => {
    const [text, bytes, blob, named] = await Promise.all([
      files.put("scan"),
      files.put(new TextEncoder().encode("scan")),
      files.put(new Blob(["scan"], { type: "text/plain" })),
      files.put(new File(["scan"], "scan.txt"), { type: "text/csv" }),
    ]);
    expect(new Set([text, bytes, blob, named].map(({ sha256 }) => sha256)).size).toBe(1);
    expect([text.type, blob.type, named.type, named.name]).toEqual([
      "application/octet-stream",
      "text/plain",
      "text/csv",
      "scan.txt",
    ]);
    expect(store.size).toBe(4);
  });

  test("does not change with the bytes that it was given", async () => {
    for (const bytes of [new Uint8Array([1]), Buffer.from([1]), Buffer.alloc(101, 1)]) {
      const file = await files.put(bytes);
      bytes[0] = 2;
      expect(new Uint8Array(await file.blob.arrayBuffer())[0]).toBe(1);
      expect(store.bytesOf(file)?.[0]).toBe(file.size > 100 ? undefined : 1);
    }
  });
});
