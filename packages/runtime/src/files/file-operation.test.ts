import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { rejection } from "../../test/support/client.ts";
import { type CoreOptions, createCore } from "../core.ts";
import { NotFoundError } from "../errors/api/not-found-error.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import { AbortedError } from "../errors/transport/aborted-error.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import { RedirectError } from "../errors/transport/redirect-error.ts";
import { TimeoutError } from "../errors/transport/timeout-error.ts";
import type { OperationRow } from "../operation-row.ts";
import { inPath } from "../request/place.ts";
import { asBlob } from "../response/as-blob.ts";
import { fakeClock } from "../testing/fake-clock.ts";
import type { MockAnswer } from "../testing/mock-answer.ts";
import { mockTransport } from "../testing/mock-transport.ts";
import { anyHost, sameOrigin } from "../transport/redirect.ts";
import { type FileFunction, fileOperation } from "./file-operation.ts";

const row: OperationRow = {
  id: "getPhoto",
  method: "GET",
  path: "/visits/{id}/photo",
  params: { id: { in: inPath, type: "integer", required: true } },
  parse: asBlob,
  errors: { 404: NotFoundError },
  redirects: anyHost,
};
const SIGNED = "https://files.museum.test/photos/7.png?signature=0123456789abcdef";
const photo: MockAnswer = {
  body: "png bytes",
  headers: {
    "content-type": "Image/PNG; q=1",
    "content-length": "9",
    "content-disposition": 'attachment; filename="../hall.png"',
    etag: '"v7"',
  },
};

function photoOn(script: MockAnswer[], options: Partial<CoreOptions> = {}, changes: Partial<OperationRow> = {}) {
  const clock = fakeClock();
  const fetch = mockTransport(script);
  const core = createCore({
    name: "museum-client",
    version: "1.2.3",
    auth: "museum-token-0123456789",
    baseUrl: "https://api.museum.test",
    fetch,
    clock,
    random: () => 0,
    ...options,
  });
  const getPhoto = fileOperation<FileFunction>({ ...row, ...changes });
  return { clock, fetch, core, getPhoto, file: getPhoto.download(core, { id: 7 }) };
}

test("the bare form gives a Blob, and the other forms are those of every operation", async () => {
  const { core, getPhoto } = photoOn([photo, photo, { status: 404, json: {} }]);
  const blob = (await getPhoto(core, { id: 7 })) as Blob;
  expect([await blob.text(), blob.size]).toEqual(["png bytes", 9]);
  expect(await getPhoto.full(core, { id: 7 })).toMatchObject({ ok: true, status: 200 });
  expect(await getPhoto.safe(core, { id: 7 })).toMatchObject({ ok: false, status: 404 });
});

test("nothing is sent before a download is read, and each reading sends anew", async () => {
  const { fetch, file } = photoOn([photo, photo, photo, photo]);
  expect(fetch.requests.length).toBe(0);
  expect(await file.text()).toBe("png bytes");
  expect(new TextDecoder().decode(await file.bytes())).toBe("png bytes");
  expect(await (await file.blob()).text()).toBe("png bytes");
  expect(await new Response(await file.stream()).text()).toBe("png bytes");
  expect(fetch.requests.length).toBe(4);
  expect(fetch.requests[3]).toMatchObject({ method: "GET", url: "https://api.museum.test/visits/7/photo" });
  expect(fetch.requests[3]?.headers.get("authorization")).toBe("Bearer museum-token-0123456789");
});

test("an open file tells what the headers say", async () => {
  const { file } = photoOn([photo]);
  const { stream, response, ...facts } = await file.open();
  expect(facts).toEqual({ size: 9, name: "hall.png", mediaType: "image/png", etag: '"v7"' });
  expect(response.status).toBe(200);
  expect(response.body).toBe(stream);
  await stream.cancel();
});

test("an open file tells nothing that the headers do not say", async () => {
  const { file } = photoOn([{ body: new Uint8Array(9) }]);
  const { stream, response: _, ...facts } = await file.open();
  expect(facts).toEqual({ size: undefined, name: undefined, mediaType: undefined, etag: undefined });
  await stream.cancel();
});

test("the length of a compressed answer is not that of the file", async () => {
  const { file } = photoOn([{ body: "png bytes", headers: { "content-length": "4", "content-encoding": "gzip" } }]);
  const { size, stream } = await file.open();
  expect(size).toBeUndefined();
  expect(await new Response(stream).text()).toBe("png bytes");
});

test("wrong input is told when the file is read", async () => {
  const { core, fetch, getPhoto } = photoOn([]);
  const file = getPhoto.download(core, { id: "seven" });
  expect(await rejection(file.bytes())).toBeInstanceOf(RequestError);
  expect(fetch.requests.length).toBe(0);
});

test("an error of the server is the operation's own", async () => {
  const { file, clock } = photoOn([{ status: 404, json: { message: "no such visit" } }]);
  expect(await rejection(file.open())).toBeInstanceOf(NotFoundError);
  expect(clock.pending()).toBe(0);
});

test("a passing error is sent again", async () => {
  const { clock, fetch, file } = photoOn([{ status: 503 }, "reset", photo]);
  expect(await clock.finish(file.text())).toBe("png bytes");
  expect(fetch.requests.length).toBe(3);
});

test("a redirect is followed to another host, without credentials and the caller's headers", async () => {
  const { fetch, file } = photoOn([{ status: 302, headers: { location: SIGNED } }, photo]);
  const open = await file.open({ headers: { "x-visitor": "7" } });
  expect(await new Response(open.stream).text()).toBe("png bytes");
  expect(fetch.requests.map(({ url }) => url)).toEqual(["https://api.museum.test/visits/7/photo", SIGNED]);
  expect(fetch.requests[0]?.headers.get("x-visitor")).toBe("7");
  expect([...(fetch.requests[1]?.headers.keys() ?? [])]).toEqual(["accept", "user-agent"]);
  expect(inspect(open, { depth: 9 })).not.toMatch(/signature/);
});

test("a redirect to another host is refused where the row does not allow it", async () => {
  const { file } = photoOn([{ status: 302, headers: { location: SIGNED } }], {}, { redirects: sameOrigin });
  expect(await rejection(file.open())).toBeInstanceOf(RedirectError);
});

describe("the options", () => {
  test("of a reading go before those of the download, header by header", async () => {
    const { core, fetch, getPhoto } = photoOn([photo]);
    const file = getPhoto.download(core, { id: 7 }, { headers: { "x-a": "1", "x-b": "1" } });
    await file.bytes({ headers: { "x-b": "2", range: "bytes=0-" } });
    expect(Object.fromEntries(fetch.requests[0]?.headers ?? [])).toMatchObject({
      "x-a": "1",
      "x-b": "2",
      range: "bytes=0-",
    });
  });

  test("of a reading replace those of the download", async () => {
    const { clock, core, getPhoto } = photoOn(["stall"]);
    const file = getPhoto.download(core, { id: 7 }, { timeoutMs: 1000 });
    expect(await rejection(clock.finish(file.bytes({ timeoutMs: 5000 })))).toMatchObject({ limitMs: 5000 });
  });

  test("of the download hold for every reading", async () => {
    const { core, fetch, getPhoto } = photoOn([{ status: 503 }]);
    expect(await rejection(getPhoto.download(core, { id: 7 }, { retry: false }).bytes())).toMatchObject({
      status: 503,
    });
    expect(fetch.requests.length).toBe(1);
  });

  test("that are none are refused", async () => {
    const { core, file } = photoOn([]);
    const unknown: object = { timeout: 5 };
    expect(await rejection(file.bytes(unknown))).toBeInstanceOf(RequestError);
    expect(await rejection(file.bytes({ headers: { "x-a": "1\r\nx-b: 2" } }))).toBeInstanceOf(SerializationError);
    expect(core.baseUrl).toBe("https://api.museum.test");
  });

  test("end the reading after timeoutMs, also in the body", async () => {
    const { clock, file } = photoOn([{ body: "png bytes", cut: { afterBytes: 4, by: "stall" } }]);
    const error = rejection(clock.finish(file.bytes({ timeoutMs: 5000 })));
    expect(await error).toMatchObject({ phase: "total", limitMs: 5000 });
    expect(clock.pending()).toBe(0);
  });

  test("end the reading when the signal aborts, before the headers and in the body", async () => {
    for (const answer of ["stall", { body: "png bytes", cut: { afterBytes: 4, by: "stall" } }] as MockAnswer[]) {
      const { clock, file } = photoOn([answer]);
      const controller = new AbortController();
      const error = rejection(file.bytes({ signal: controller.signal }));
      await clock.advance(1000);
      controller.abort();
      expect(await error).toBeInstanceOf(AbortedError);
      expect(clock.pending()).toBe(0);
    }
  });
});

describe("a body that is not complete is an error, and no short file", () => {
  test.each(["bytes", "blob", "text"] as const)("read by %s", async (way) => {
    for (const answer of [
      { body: "png bytes", cut: { afterBytes: 4, by: "reset" } },
      { body: "png ", headers: { "content-length": "9" } },
    ] as MockAnswer[]) {
      const { clock, file } = photoOn([answer]);
      expect(await rejection(file[way]())).toBeInstanceOf(ConnectionError);
      expect(clock.pending()).toBe(0);
    }
  });

  test("read by the bare form", async () => {
    const { core, getPhoto } = photoOn([{ body: "png ", headers: { "content-length": "9" } }]);
    const outcome = await getPhoto.safe(core, { id: 7 });
    const error = outcome.ok ? undefined : outcome.error;
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error?.message).toBe("GET /visits/{id}/photo: the body ended after 4 of 9 bytes");
    expect(error).toMatchObject({ kind: "reset", retryable: true, origin: "https://api.museum.test" });
  });
});

describe("a silent body", () => {
  const silent: MockAnswer = { body: "png bytes", cut: { afterBytes: 4, by: "stall" } };

  test.each([
    ["a minute", {}, 60_000],
    ["the limit of the client", { bodyIdleMs: 5000 }, 5000],
  ] as const)("is a TimeoutError after %s", async (_, timeouts, limitMs) => {
    for (const read of ["download", "bare"]) {
      const { clock, core, file, getPhoto } = photoOn([silent], { timeouts });
      const work = rejection(read === "bare" ? getPhoto(core, { id: 7 }) : file.bytes());
      const error = await clock.finish(work);
      expect(error).toBeInstanceOf(TimeoutError);
      expect(error).toMatchObject({ phase: "body", limitMs });
    }
  });

  test("is none while nobody reads", async () => {
    const { clock, file } = photoOn([photo]);
    const { stream } = await file.open();
    await clock.advance(3_600_000);
    expect(await new Response(stream).text()).toBe("png bytes");
  });
});

test("there is no limit in all", async () => {
  const clock = fakeClock();
  const slow: MockAnswer = { body: "x".repeat(20), drip: { bytes: 1, everyMs: 50_000, clock } };
  const { file } = photoOn([slow], { clock });
  expect((await clock.finish(file.bytes())).length).toBe(20);
});

test("a file without a byte is empty", async () => {
  const { file } = photoOn([{ status: 204 }, { headers: { "content-length": "0" }, body: "" }, { status: 204 }]);
  expect((await file.bytes()).length).toBe(0);
  expect(await file.text()).toBe("");
  expect(await new Response(await file.stream()).text()).toBe("");
});

test("a stream that is left ends its request", async () => {
  const { clock, file, fetch } = photoOn([{ body: "png bytes", cut: { afterBytes: 4, by: "stall" } }]);
  const { signal } = new AbortController();
  const stream = await file.stream({ signal });
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  expect(clock.pending()).toBe(0);
  expect(fetch.remaining()).toBe(0);
});
