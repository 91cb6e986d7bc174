import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientWith, rejection, someCall } from "../../test/support/client.ts";
import { startCall } from "../deadline.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import { asBlob } from "../response/as-blob.ts";
import { guardedBody } from "../response/guarded-body.ts";
import { parseJson } from "../response/json.ts";
import { mockTransport } from "../testing/mock-transport.ts";
import { type FileFunction, fileOperation } from "./file-operation.ts";
import { jsonLines } from "./json-lines.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** A stream of chunks, which tells whether it was cancelled. */
function streamOf(chunks: readonly Uint8Array[]) {
  const state = { cancelled: false };
  const left = [...chunks];
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = left.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { stream, state };
}

async function all(source: Parameters<typeof jsonLines>[0]): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of jsonLines(source)) values.push(value);
  return values;
}

const linesOf = (text: string) => all(new Response(text));

test.each([
  ['{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
  ['{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }]],
  ['{"a":1}\r\n{"a":2}\r\n', [{ a: 1 }, { a: 2 }]],
  ['\n\n{"a":1}\n \r\n\n2\n', [{ a: 1 }, 2]],
  ["null\nfalse\n0\n", [null, false, 0]],
  ["", []],
  ["\n", []],
])("%j gives %j", async (text, values) => {
  expect(await linesOf(text)).toEqual(values);
});

test("an answer without a body has no lines", async () => {
  expect(await all(new Response(null, { status: 204 }))).toEqual([]);
});

test("wherever the chunks end, the values are the same", async () => {
  const value = fc.oneof(fc.jsonValue(), fc.string({ unit: "grapheme" }));
  // As JSON has it: without -0, and without `__proto__` keys.
  const lines = fc.array(
    fc.record({
      value: value.map((any) => parseJson(JSON.stringify(any))),
      end: fc.constantFrom("\n", "\r\n", "\n\n", "\n \n"),
    }),
  );
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), fc.array(fc.nat({ max: 40 })), async (written, endsOpen, cuts) => {
      let text = written.map(({ value, end }) => JSON.stringify(value) + end).join("");
      if (endsOpen) text = text.trimEnd();
      const bytes = encode(text);
      const chunks: Uint8Array[] = [];
      let at = 0;
      for (const cut of cuts) {
        chunks.push(bytes.subarray(at, at + cut));
        at += cut;
      }
      chunks.push(bytes.subarray(at));
      expect(await all(streamOf(chunks).stream)).toEqual(written.map(({ value }) => value));
    }),
    { numRuns: 300 },
  );
});

test("a line is given as soon as it is whole", async () => {
  let send: (text: string) => void = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      send = (text) => controller.enqueue(encode(text));
    },
  });
  const lines = jsonLines(stream)[Symbol.asyncIterator]();
  send('{"a":1}\n{"a"');
  expect(await lines.next()).toEqual({ done: false, value: { a: 1 } });
  const second = lines.next();
  send(":2}\n");
  expect(await second).toEqual({ done: false, value: { a: 2 } });
  await lines.return?.();
});

test("leaving the loop cancels the stream", async () => {
  const { stream, state } = streamOf([encode("1\n"), encode("2\n"), encode("3\n")]);
  for await (const value of jsonLines(stream)) if (value === 2) break;
  expect(state.cancelled).toBe(true);
});

test("a __proto__ key changes no prototype", async () => {
  const [value] = (await linesOf('{"__proto__":{"admin":true}}\n')) as [object];
  expect(Object.hasOwn(value, "__proto__")).toBe(false);
  expect((value as { admin?: boolean }).admin).toBeUndefined();
});

describe("a broken line", () => {
  test("is a DecodeError with its number, and cancels the stream", async () => {
    const { stream, state } = streamOf([encode("1\n\n<html>\n"), encode("4\n")]);
    const error = (await rejection(all(stream))) as DecodeError;
    expect(error).toBeInstanceOf(DecodeError);
    expect(error.message).toBe("line 3 is no JSON");
    expect(error.bodyText).toBe("<html>");
    expect(state.cancelled).toBe(true);
  });

  test("at the end, without a line break, is one too", async () => {
    expect(String(await rejection(linesOf('{"a":1}\n{"a":')))).toMatch(/line 2 is no JSON/);
  });

  test("tells status and media type of its answer", async () => {
    const answer = new Response("{", { status: 206, headers: { "content-type": "application/x-ndjson" } });
    expect(await rejection(all(answer))).toMatchObject({ status: 206, contentType: "application/x-ndjson" });
  });

  test("is not read further than 1 MiB", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(49));
      },
    });
    const error = await rejection(all(endless));
    expect(error).toBeInstanceOf(DecodeError);
    expect((error as DecodeError).message).toBe("line 1 is longer than 1 MiB");
    expect((error as DecodeError).bodyText.length).toBe(1024);
    expect(pulled).toBeLessThanOrEqual(1_048_576 + 3 * 65_536);
  });

  test("is not one of exactly 1 MiB", async () => {
    const text = JSON.stringify("x".repeat(1_048_574));
    expect(await linesOf(`${text}\n${text}`)).toHaveLength(2);
    expect(String(await rejection(linesOf(`1\n ${text}\n`)))).toMatch(/line 2 is longer than 1 MiB/);
  });

  test("of a body of ours names the call, and shows no credential", async () => {
    const call = someCall("GET", "/visits/{id}/events");
    call.keepSecret("museum-token-0123456789");
    const answer = guardedBody(call, startCall(call), new Response("museum-token-0123456789\n"));
    const error = (await rejection(all(answer))) as DecodeError;
    expect(error.message).toMatch(/^GET \/visits\/\{id\}\/events: line 1 is no JSON/);
    expect(error.bodyText).toBe("[secret]");
  });
});

test("what the stream fails with is passed on", async () => {
  const fetch = mockTransport([{ body: "1\n2\n", cut: { afterBytes: 3, by: "reset" } }]);
  const { core } = clientWith([], { fetch });
  const events = fileOperation<FileFunction>({ id: "getEvents", method: "GET", path: "/events", parse: asBlob });
  expect(await rejection(all(events.download(core)))).toBeInstanceOf(ConnectionError);
});

test("a download is sent when it is gone through, and anew each time", async () => {
  const fetch = mockTransport([{ body: "1\n" }, { body: "2\n" }]);
  const { core } = clientWith([], { fetch });
  const events = fileOperation<FileFunction>({ id: "getEvents", method: "GET", path: "/events", parse: asBlob });
  const lines = jsonLines<number>(events.download(core));
  expect(fetch.requests.length).toBe(0);
  for (const expected of [1, 2]) {
    for await (const value of lines) expect(value).toBe(expected);
  }
  expect(fetch.requests.length).toBe(2);
});
