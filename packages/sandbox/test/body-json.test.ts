import { describe, expect, test } from "vitest";
import { pieces, read, refusalOf } from "./body-request.ts";

const json = "application/json";

describe("a JSON body", () => {
  test.each([json, "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"'])(
    "is read under %s",
    async (type) => {
      expect(await read({ body: '{"title":"Maske für Bühne"}', type })).toEqual({
        kind: "json",
        mediaType: json,
        value: { title: "Maske für Bühne" },
      });
    },
  );

  test("is read under a declared +json type", async () => {
    const body = { body: "[1]", type: "application/merge-patch+json" };
    expect(await read(body, ["application/merge-patch+json"])).toMatchObject({ kind: "json", value: [1] });
  });

  test("may have a byte order mark, and characters cut in two by the network", async () => {
    const bytes = new TextEncoder().encode('\uFEFF{"title":"ü"}');
    const cut = bytes.length - 3; // within the ü
    const { body } = pieces(bytes.subarray(0, cut), bytes.subarray(cut));
    expect(await read({ body, type: json })).toMatchObject({ value: { title: "ü" } });
  });

  test("of no bytes is none", async () => {
    expect(await read({ body: "", type: json })).toEqual({ kind: "none" });
    expect(await read({ body: "", type: json, length: 0 })).toEqual({ kind: "none" });
    expect(await read({ type: json })).toEqual({ kind: "none" });
  });

  test("that is malformed is refused with the place, and shows one character of what was sent", async () => {
    const body = '{\n  "token": "s3cret-s3cret",\n  "title": Mask\n}';
    const refusal = await refusalOf(read({ body, type: json }));
    expect(refusal).toBe(
      '400: The body is malformed JSON at position 41 (line 3, column 12): "M" does not belong there',
    );
    expect(refusal).not.toContain("s3cret");
    expect(await refusalOf(read({ body: "[1,", type: json }))).toBe(
      "400: The body is malformed JSON at position 3 (line 1, column 4): it ends too early",
    );
  });

  test("that is not UTF-8 is refused", async () => {
    expect(await refusalOf(read({ body: new Uint8Array([0x22, 0xe4, 0x22]), type: json }))).toBe(
      "400: The body is not UTF-8; send it in that encoding",
    );
    expect(await refusalOf(read({ body: new Uint8Array([0x22, 0xc3]), type: json }))).toMatch(
      /^400: The body is not UTF-8/,
    );
  });

  test("in another charset is refused before it is read", async () => {
    const { body, pulls } = pieces("{}");
    expect(await refusalOf(read({ body, type: "application/json; charset=iso-8859-1" }))).toBe(
      "415: JSON must be UTF-8, but the Content-Type says charset=iso-8859-1",
    );
    expect(pulls()).toBe(0);
  });

  test("of more than 500 levels is refused, because what reads it later would run out of stack", async () => {
    const levels = (count: number): string => "[".repeat(count) + "]".repeat(count);
    expect(await read({ body: levels(500), type: json })).toMatchObject({ kind: "json" });
    expect(await refusalOf(read({ body: levels(100_000), type: json }))).toBe(
      "400: The body is JSON of more than 500 levels",
    );
  });
});

describe("the type of a body", () => {
  test("that is not declared is refused, with what is", async () => {
    const { body, pulls } = pieces("a=1");
    const sent = { body, type: "application/x-www-form-urlencoded", length: 3 };
    expect(await refusalOf(read(sent, [json, "text/csv"]))).toBe(
      "415: The Content-Type is application/x-www-form-urlencoded; this operation takes application/json, text/csv",
    );
    expect(pulls()).toBe(0);
  });

  test("that is malformed is refused", async () => {
    expect(await refusalOf(read({ body: "{}", type: "json" }))).toBe(
      "415: The Content-Type is json; this operation takes application/json",
    );
  });

  test("does not matter where no body follows", async () => {
    expect(await read({ type: "text/plain", length: 0 })).toEqual({ kind: "none" });
    expect(await read({ body: "", type: "text/plain" })).toEqual({ kind: "none" });
    expect(await read({ type: json, method: "GET" })).toEqual({ kind: "none" });
  });

  test("may be missing where only JSON is declared and the body is JSON", async () => {
    expect(await read({ body: '{"a":1}' })).toEqual({ kind: "json", mediaType: json, value: { a: 1 } });
    expect(await refusalOf(read({ body: "a=1" }))).toBe(
      "415: The request says no Content-Type; this operation takes application/json",
    );
    expect(await refusalOf(read({ body: "{}" }, [json, "text/csv"]))).toMatch(/^415: The request says no Content-Type/);
  });

  test("may be missing where any bytes are taken", async () => {
    expect(await read({ body: "{}" }, ["application/octet-stream"])).toMatchObject({
      kind: "bytes",
      file: { type: "application/octet-stream" },
    });
  });

  test("is that of bytes under a declared range of types", async () => {
    expect(await read({ body: "{}", type: json }, ["*/*"])).toMatchObject({
      kind: "bytes",
      mediaType: "*/*",
      file: { type: json, size: 2 },
    });
    expect(await read({ body: "x", type: "image/png" }, [json, "*/*", "image/*"])).toMatchObject({
      mediaType: "image/*",
    });
    expect(await read({ body: "1", type: json }, ["*/*", json])).toMatchObject({ kind: "json" });
  });

  test("is not asked for where no body is declared, and the body not read", async () => {
    const { readBody } = await import("../src/body/read-body.ts");
    const { body, pulls } = pieces("{}");
    const request = new Request("http://127.0.0.1/", { method: "POST", body, duplex: "half" } as RequestInit);
    expect(await readBody(request, undefined, undefined as never, undefined as never)).toEqual({ kind: "none" });
    expect(pulls()).toBe(0);
  });
});

describe("an urlencoded form", () => {
  const form = "application/x-www-form-urlencoded";

  test("gives its fields with all values in order", async () => {
    expect(await read({ body: "tag=a&title=Gro%C3%9F+und+klein&tag=b&__proto__=x", type: form }, [form])).toEqual({
      kind: "form",
      mediaType: form,
      fields: Object.fromEntries([
        ["tag", ["a", "b"]],
        ["title", ["Groß und klein"]],
        ["__proto__", ["x"]],
      ]),
    });
  });

  test("of a million values of one field is read in no time", async () => {
    const body = await read({ body: "a=1&".repeat(1_000_000), type: form }, [form]);
    expect(body.kind === "form" && body.fields.a?.length).toBe(1_000_000);
  });

  test("of no bytes is none, in another charset is refused", async () => {
    expect(await read({ body: "", type: form }, [form])).toEqual({ kind: "none" });
    expect(await refusalOf(read({ body: "a=1", type: `${form}; charset=latin1` }, [form]))).toBe(
      "415: An urlencoded form must be UTF-8, but the Content-Type says charset=latin1",
    );
  });
});
