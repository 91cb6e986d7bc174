import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someCall } from "../../test/support/client.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import type { BodyRow } from "../operation-row.ts";
import { binaryBody, formBody, jsonBody, multipartBody, textBody } from "./body.ts";
import type { RequestDraft } from "./parameter.ts";

const writers = { json: jsonBody, multipart: multipartBody, form: formBody, binary: binaryBody, text: textBody };

function write(row: BodyRow, value: unknown, headers: Record<string, string> = {}): RequestDraft {
  const draft: RequestDraft = { url: "", headers };
  row.write(someCall("POST"), draft, "body", row, value);
  return draft;
}

function fieldsOf(value: unknown): [string, FormDataEntryValue][] {
  return [...(write({ write: multipartBody }, value).body as FormData)];
}

test.each([
  ["json", { a: 1 }, "application/json", '{"a":1}'],
  ["json", [1], "application/json", "[1]"],
  ["text", "a", "text/plain", "a"],
  ["form", { a: "b c", d: [1, 2] }, "application/x-www-form-urlencoded", "a=b+c&d=1&d=2"],
  ["form", new URLSearchParams("a=1"), "application/x-www-form-urlencoded", "a=1"],
] as const)("a %s body of %j has the media type %s", (kind, value, mediaType, text) => {
  const { body, headers } = write({ write: writers[kind] }, value);
  expect([String(body), headers]).toEqual([text, { "content-type": mediaType }]);
});

test("bytes are sent as they are", () => {
  for (const value of [
    new Blob(["a"]),
    new File(["a"], "a.bin"),
    new Uint8Array(1),
    new ArrayBuffer(1),
    Buffer.from("a"),
  ]) {
    const { body, headers } = write({ write: binaryBody }, value);
    expect(body).toBe(value);
    expect(headers).toEqual({ "content-type": "application/octet-stream" });
  }
});

test("bytes with a media type of their own keep it, whatever the document says, unless the caller sets another", () => {
  const image = new Blob(["a"], { type: "image/jpeg" });
  const row = { write: binaryBody, mediaType: "image/png" } as const;
  expect(write(row, image).headers).toEqual({ "content-type": "image/jpeg" });
  expect(write(row, new Blob(["a"])).headers).toEqual({ "content-type": "image/png" });
  expect(write(row, image, { "content-type": "image/webp" }).headers).toEqual({ "content-type": "image/webp" });
});

test("the row's media type goes before the usual one, and the caller's before both", () => {
  const row = { write: jsonBody, mediaType: "application/merge-patch+json" } as const;
  expect(write(row, {}).headers["content-type"]).toBe("application/merge-patch+json");
  expect(write(row, {}, { "content-type": "application/json" }).headers["content-type"]).toBe("application/json");
});

test("a multipart body leaves the content type to fetch, even when the caller sets one", () => {
  expect(write({ write: multipartBody }, {}, { "content-type": "multipart/form-data" }).headers).toEqual({});
});

test.each([
  ["json", ["text", 5, null, undefined, new Blob([]), new Date(0), new Map(), new Uint8Array(1), new FormData()]],
  ["multipart", ["text", [], null, new URLSearchParams()]],
  ["form", ["a=b", [], null, new FormData()]],
  ["binary", ["text", {}, null, [1, 2], new ReadableStream()]],
  ["text", [{}, 5, null, new Blob([])]],
] as const)("a %s body of another kind is a RequestError", (kind, values) => {
  for (const value of values) {
    expect(() => write({ write: writers[kind] }, value)).toThrow(RequestError);
    expect(() => write({ write: writers[kind] }, value)).toThrow(/: body must be .*, but is \w+; nothing was sent$/);
  }
});

test("what JSON cannot hold is a SerializationError", () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  for (const value of [cycle, { big: 1n }]) expect(() => write({ write: jsonBody }, value)).toThrow(SerializationError);
  expect(() => write({ write: multipartBody }, { cycle })).toThrow(SerializationError);
});

describe("a form", () => {
  test("has its text before its files, whatever the order of the input", () => {
    const file = new File(["x"], "cat.png", { type: "image/png" });
    const fields = fieldsOf({ file, name: "cat", more: [file, "text"], last: 1 });
    expect(fields.map(([name]) => name)).toEqual(["name", "more", "last", "file", "more"]);
  });

  test("keeps the names of files, and calls other bytes blob as fetch does", () => {
    const fields = fieldsOf({ a: new File(["x"], "cat.png"), b: new Blob(["y"]) });
    expect(fields.map(([, value]) => (value as File).name)).toEqual(["cat.png", "blob"]);
  });

  test("writes scalars as text, null as null, objects as JSON, and leaves undefined out", () => {
    expect(fieldsOf({ a: true, b: 5, c: null, d: { e: [1] }, f: undefined, g: [1, null] })).toEqual([
      ["a", "true"],
      ["b", "5"],
      ["c", "null"],
      ["d", '{"e":[1]}'],
      ["g", "1"],
      ["g", "null"],
    ]);
  });

  test("passes a FormData on as it is", () => {
    const form = new FormData();
    expect(write({ write: multipartBody }, form).body).toBe(form);
  });

  test.each([
    ["a function", { a: () => 1 }],
    ["a date", { a: new Date(0) }],
    ["an array in an array", { a: [[1]] }],
    ["not a number", { a: Number.NaN }],
  ])("with %s is a SerializationError", (_, value) => {
    expect(() => fieldsOf(value)).toThrow(SerializationError);
  });

  test("with a file where only text can stand is a SerializationError", () => {
    expect(() => write({ write: formBody }, { a: new Blob([]) })).toThrow(SerializationError);
  });

  test("arrives with every text field unchanged", async () => {
    // Line breaks aside: a form has CRLF for each, by the standard.
    const text = fc.string({ unit: "grapheme" }).filter((value) => !/[\r\n]/.test(value));
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          text.filter((name) => name !== "__proto__"),
          fc.oneof(text, fc.array(text)),
        ),
        async (value) => {
          const { body } = write({ write: multipartBody }, value);
          const expected = Object.entries(value).flatMap(([name, item]) => [item].flat().map((one) => [name, one]));
          expect([...(await new Response(body).formData())]).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});
