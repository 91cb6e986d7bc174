import { inspect } from "node:util";
import { expect, test } from "vitest";
import { createCore } from "../src/core.ts";
import { engineOf } from "../src/engine.ts";
import { ApiError } from "../src/errors/api/api-error.ts";
import { SerializationError } from "../src/errors/request/serialization-error.ts";
import { AbortedError } from "../src/errors/transport/aborted-error.ts";
import { ConnectionError } from "../src/errors/transport/connection-error.ts";
import { TimeoutError } from "../src/errors/transport/timeout-error.ts";
import { type FileResult, fileResult } from "../src/files/file-result.ts";
import { fakeClock } from "../src/testing/fake-clock.ts";
import type { MockAnswer } from "../src/testing/mock-answer.ts";
import { mockTransport } from "../src/testing/mock-transport.ts";
import { rejection } from "./support/client.ts";

const ADDRESS = "https://files.museum.test/tours/7.zip?signature=0123456789abcdef";
const zip: MockAnswer = { body: "zip bytes", headers: { "content-type": "application/zip" } };

function fileOn(script: MockAnswer[], url: string = ADDRESS, auth = () => ({ "x-api-key": "museum-key-0123456789" })) {
  const clock = fakeClock();
  const fetch = mockTransport(script);
  const core = createCore({
    name: "museum-client",
    version: "1.2.3",
    auth,
    baseUrl: "https://api.museum.test",
    fetch,
    clock,
    retry: false,
  });
  return { clock, fetch, file: fileResult(engineOf(core), url) as FileResult };
}

test("a file is fetched when it is read, anew for each reading", async () => {
  const { fetch, file } = fileOn([zip, zip, zip]);
  expect([file.url, file.origin, fetch.requests.length]).toEqual([ADDRESS, "https://files.museum.test", 0]);
  expect(await new Response(await file.stream()).text()).toBe("zip bytes");
  const blob = await file.blob();
  expect([await blob.text(), blob.type]).toEqual(["zip bytes", "application/zip"]);
  expect(new TextDecoder().decode(await file.bytes())).toBe("zip bytes");
  expect(fetch.requests.map(({ url }) => url)).toEqual([ADDRESS, ADDRESS, ADDRESS]);
});

test("a file without a byte is empty", async () => {
  const { file } = fileOn([{ status: 204 }, { status: 204 }]);
  expect((await file.bytes()).length).toBe(0);
  expect(await new Response(await file.stream()).text()).toBe("");
});

test.each([ADDRESS, "https://api.museum.test/files/7"])("%s is fetched without credentials", async (url) => {
  const { fetch, file } = fileOn([zip], url);
  await file.bytes();
  expect([...(fetch.requests[0]?.headers.keys() ?? [])]).toEqual(["accept", "user-agent"]);
});

test("a file waits for no turn at the API", async () => {
  const fetch = mockTransport(["stall", zip]);
  const core = createCore({
    name: "museum-client",
    version: "1.2.3",
    auth: "museum-token-0123456789",
    baseUrl: "https://api.museum.test",
    fetch,
    rateLimit: { concurrency: 1 },
  });
  const file = fileResult(engineOf(core), ADDRESS) as FileResult;
  const controller = new AbortController();
  const silent = rejection(file.bytes({ signal: controller.signal }));
  expect((await file.bytes()).length).toBe(9);
  controller.abort();
  expect(await silent).toBeInstanceOf(AbortedError);
});

test("a 401 of the file's host renews no credentials", async () => {
  let asked = 0;
  const { file } = fileOn([{ status: 401 }], ADDRESS, () => ({ "x-api-key": `museum-key-${asked++}` }));
  expect(await rejection(file.bytes())).toBeInstanceOf(ApiError);
  expect(asked).toBe(0);
});

test("the address is not shown", () => {
  const { file } = fileOn([]);
  expect(inspect(file, { depth: 9 })).not.toMatch(/tours|signature/);
  expect(JSON.stringify(file)).toBe('{"origin":"https://files.museum.test"}');
});

test("an error of the host is an ApiError that shows neither address nor signature", async () => {
  const { file } = fileOn([{ status: 403, body: `<Error>${ADDRESS} 0123456789abcdef expired</Error>` }]);
  const error = (await rejection(file.blob())) as ApiError;
  expect(error).toBeInstanceOf(ApiError);
  expect(error.status).toBe(403);
  expect(error.message).toMatch(/^GET https:\/\/files\.museum\.test\/\.\.\.: 403/);
  expect(`${error.bodyText}${inspect(error)}`).not.toMatch(/tours|0123456789/);
});

test("a broken connection is a ConnectionError that shows no address", async () => {
  const { file } = fileOn([new TypeError(`Failed to fetch ${ADDRESS}`)]);
  const error = await rejection(file.bytes());
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ origin: "https://files.museum.test" });
  expect((error as Error).cause).toBeUndefined();
  expect(inspect(error)).not.toMatch(/tours|signature/);
});

test("a body that breaks off is an error, and no short file", async () => {
  const { file } = fileOn([{ body: "zip bytes", cut: { afterBytes: 4, by: "reset" } }]);
  expect(await rejection(file.bytes())).toBeInstanceOf(ConnectionError);
});

test("a body that stalls is a TimeoutError after a minute", async () => {
  const { clock, file } = fileOn([{ body: "zip bytes", cut: { afterBytes: 4, by: "stall" } }]);
  const before = clock.now();
  expect(await rejection(clock.finish(file.bytes()))).toBeInstanceOf(TimeoutError);
  expect(clock.now() - before).toBe(60_000);
  expect(clock.pending()).toBe(0);
});

test("an abort ends the reading, before the headers and in the body", async () => {
  for (const answer of ["stall", { body: "zip bytes", cut: { afterBytes: 4, by: "stall" } }] as MockAnswer[]) {
    const { clock, file } = fileOn([answer]);
    const controller = new AbortController();
    const error = rejection(file.bytes({ signal: controller.signal }));
    await clock.advance(1000);
    controller.abort();
    expect(await error).toBeInstanceOf(AbortedError);
    expect(clock.pending()).toBe(0);
  }
});

test.each([
  "http://files.museum.test/7.zip",
  "https://user:pass@files.museum.test/7.zip",
  "file:///etc/passwd",
  "7.zip",
  "",
  undefined,
])("%s is no address of a file", (url) => {
  expect(fileOn([], `${url}`).file).toBeUndefined();
});

test("http is good enough on this machine", async () => {
  expect((await fileOn([zip], "http://localhost:4010/7.zip").file.bytes()).length).toBe(9);
});

test("a file is opened with its facts and the headers of the reading, and shows no address", async () => {
  const headers = { "content-length": "9", "content-disposition": 'attachment; filename="tour.zip"', etag: '"v7"' };
  const { fetch, file } = fileOn([{ body: "zip bytes", headers }]);
  const open = await file.open({ headers: { range: "bytes=0-" } });
  expect(open).toMatchObject({ size: 9, name: "tour.zip", etag: '"v7"', mediaType: undefined });
  expect(fetch.requests[0]?.headers.get("range")).toBe("bytes=0-");
  expect(inspect(open, { depth: 9 })).not.toMatch(/tours|signature/);
  expect(await new Response(open.stream).text()).toBe("zip bytes");
});

test("a file is read as text", async () => {
  expect(await fileOn([{ body: "tür" }]).file.text()).toBe("tür");
});

test("a header that cannot be sent is a SerializationError, and nothing is sent", async () => {
  const { fetch, file } = fileOn([]);
  expect(await rejection(file.bytes({ headers: { range: "a\r\nb: c" } }))).toBeInstanceOf(SerializationError);
  expect(fetch.requests.length).toBe(0);
});
