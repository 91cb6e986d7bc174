import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientWith, json, someCall } from "../../test/support/client.ts";
import { callOn } from "../call.ts";
import type { CallOptions } from "../call-options.ts";
import type { CoreOptions } from "../core.ts";
import { engineOf } from "../engine.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import { UnsafePathError } from "../errors/request/unsafe-path-error.ts";
import type { ParamRow } from "../operation-row.ts";
import { asJson } from "../response/as-json.ts";
import { jsonBody } from "./body.ts";
import { type BuiltRequest, buildRequest, type InputRow } from "./build-request.ts";
import { inHeader, inPath, inQuery, inSegment } from "./place.ts";
import { structuredValue } from "./structured-value.ts";

const base = "https://api.museum.test";
const id = { in: inPath, type: "any", write: structuredValue, required: true } as const;

function build(row: Partial<InputRow>, input?: unknown, path = "/visits", options?: CallOptions): BuiltRequest {
  return buildRequest(someCall("GET", path), { parse: asJson, ...row }, input, options);
}

function queryOf(param: Partial<ParamRow>, value: unknown): string {
  return build(
    { params: { p: { in: inQuery, type: "any", write: structuredValue, ...param } } },
    { p: value },
  ).url.slice(`${base}/visits`.length);
}

describe("input", () => {
  const row: InputRow = {
    parse: asJson,
    params: { id, limit: { in: inQuery, type: "integer" }, "X-Room": { in: inHeader, type: "string" } },
    body: { write: jsonBody },
  };

  test("goes where the row wants each name", () => {
    const request = build(row, { id: "a b", limit: 5, "X-Room": "north", body: { a: 1 } }, "/visits/{id}");
    expect(request).toEqual({
      url: `${base}/visits/a%20b?limit=5`,
      headers: { accept: "application/json", "x-room": "north", "content-type": "application/json" },
      body: '{"a":1}',
    });
  });

  test("leaves out what is undefined", () => {
    expect(build(row, { id: 1, limit: undefined, body: undefined }, "/visits/{id}")).toEqual({
      url: `${base}/visits/1`,
      headers: { accept: "application/json" },
      body: undefined,
    });
  });

  test.each([
    ["a missing parameter", {}, /id must be any, but is undefined; nothing was sent$/],
    ["an unknown name", { id: 1, limt: 5 }, /unknown input limt; known: id,limit,X-Room,body; nothing was sent$/],
    ["no object", "a", /: input must be object, but is string/],
    ["an array", [1], /: input must be object, but is array/],
    ["null for a parameter", { id: 1, limit: null }, /limit must be integer, but is null/],
  ])("with %s is a RequestError", (_, input, message) => {
    expect(() => build(row, input, "/visits/{id}")).toThrow(RequestError);
    expect(() => build(row, input, "/visits/{id}")).toThrow(message);
    expect(() => build(row, input, "/visits/{id}")).toThrow(/^GET \/visits\/\{id\}: /);
  });

  test("is not looked for on a prototype", () => {
    const params = { constructor: { in: inQuery, type: "any", write: structuredValue } } as const;
    expect(build({ params }, {}).url).toBe(`${base}/visits`);
  });

  test.each([
    ["string", ["a", ""], [1, true, null, ["a"], new Date(0)]],
    ["integer", [0, -5, 2 ** 53 - 1], [1.5, "1", Number.NaN, 2 ** 53, 1n]],
    ["number", [0.5, 1e21], ["1", Number.NaN, Number.POSITIVE_INFINITY]],
    ["boolean", [true, false], ["true", 1]],
    ["array", [["a"]], ["a", { 0: "a" }, new Set(["a"])]],
    ["object", [{ a: 1 }], [["a"], "a", new Map()]],
    ["any", ["a", 1, true, ["a"], { a: 1 }], [null, () => 1, Symbol("a"), new Date(0)]],
  ] as const)("of type %s takes that type only", (type, good, bad) => {
    const params = { p: { in: inQuery, type, write: structuredValue } } as const;
    for (const p of good) expect(build({ params }, { p }).url).toContain(base);
    for (const p of bad) expect(() => build({ params }, { p })).toThrow(RequestError);
  });
});

describe("a client that completes input", () => {
  const params = {
    id,
    team: { in: inQuery, type: "string" },
    limit: { in: inQuery, type: "integer" },
    "X-Room": { in: inHeader, type: "string" },
  } as const;

  function buildWith(complete: CoreOptions["complete"], row: Partial<InputRow>, input?: unknown) {
    const { core } = clientWith(json({}), { complete });
    const call = callOn(engineOf(core), { id: "getVisit", method: "GET", path: "/visits/{id}" });
    return buildRequest(call, { parse: asJson, params: { id }, ...row }, input);
  }

  test("sends what it makes of the input, wherever that goes", () => {
    const seen: unknown[] = [];
    const complete: CoreOptions["complete"] = (given) => {
      seen.push({ ...given });
      return { __proto__: null, team: "north", "X-Room": "red", ...given };
    };
    const { url, headers } = buildWith(complete, { params }, { id: 7, limit: 0 });
    expect([url, headers["x-room"]]).toEqual([`${base}/visits/7?team=north&limit=0`, "red"]);
    expect(buildWith(complete, { params }, { id: 7, team: "" }).url).toBe(`${base}/visits/7?team=`);
    expect(seen).toEqual([
      { id: 7, limit: 0 },
      { id: 7, team: "" },
    ]);
  });

  test("is asked where a call gives nothing", () => {
    expect(buildWith(() => ({ id: 7 }), {}).url).toBe(`${base}/visits/7`);
  });

  test("sends nothing that the operation does not have", () => {
    const { url, headers } = buildWith(() => ({ id: 7, team: "north", other: 1, "X-Room": "red" }), {});
    expect([url, headers]).toEqual([`${base}/visits/7`, { accept: "application/json" }]);
  });

  test("does not make good what the caller misspelt", () => {
    const complete = () => ({ id: 7 });
    expect(() => buildWith(complete, { params }, { id: 7, limt: 5 })).toThrow(/unknown input limt/);
  });

  test.each([
    ["misses what is required", {}, RequestError, /id must be any, but is undefined; nothing was sent$/],
    ["is of another type", { id: 7, limit: "5" }, RequestError, /limit must be integer, but is string/],
    ["is null", { id: 7, team: null }, RequestError, /team must be string, but is null/],
    ["leads to another path", { id: ".." }, UnsafePathError, /GET \/visits\/\{id\}/],
    ["no header can hold", { id: 7, "X-Room": "a\nb" }, SerializationError, /X-Room/i],
  ])("is refused like input where what it makes %s", (_, made, type, message) => {
    const make = () => buildWith(() => made, { params });
    expect(make).toThrow(type);
    expect(make).toThrow(message);
  });

  test("finds nothing of a prototype in what the caller gave", () => {
    const row = { params: { id, constructor: { in: inQuery, type: "any", write: structuredValue } } } as const;
    expect(buildWith((given) => ({ __proto__: null, id: 7, ...given }), row).url).toBe(`${base}/visits/7`);
    expect(buildWith((given) => ({ id: given.constructor === undefined ? 7 : 8 }), {}).url).toBe(`${base}/visits/7`);
  });
});

describe("query", () => {
  test.each([
    ["form", {}, ["a", "b&c"], "?p=a&p=b%26c"],
    ["form, not exploded", { explode: false }, ["a", "b,c"], "?p=a,b%2Cc"],
    ["spaceDelimited", { style: "spaceDelimited" }, ["a", "b"], "?p=a%20b"],
    ["pipeDelimited", { style: "pipeDelimited" }, ["a", "b"], "?p=a|b"],
    ["form", {}, { a: 1, "b&": "=" }, "?a=1&b%26=%3D"],
    ["form, not exploded", { explode: false }, { a: 1, b: 2 }, "?p=a,1,b,2"],
    ["deepObject", { style: "deepObject" }, { a: 1, "b]": "ä" }, "?p[a]=1&p[b%5D]=%C3%A4"],
    ["form", {}, false, "?p=false"],
    ["form", {}, "", "?p="],
    ["form", {}, [], ""],
    ["form", {}, { a: undefined }, ""],
  ] as const)("in style %s with %j writes %j as %s", (_, param, value, query) => {
    expect(queryOf(param, value)).toBe(query);
  });

  test.each([
    ["a nested object", { a: { b: 1 } }],
    ["null in an array", ["a", null]],
    ["a hole in an array", [undefined]],
    ["half a surrogate pair", "\ud800"],
    ["no number", [Number.NaN]],
  ])("with %s is a SerializationError", (_, value) => {
    expect(() => queryOf({ style: "deepObject" }, value)).toThrow(SerializationError);
  });

  test("gives back any text, name and array that was put in", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1 }), (name, values) => {
        fc.pre(name !== "body" && name !== "__proto__");
        const { url } = build(
          { params: { [name]: { in: inQuery, type: "any", write: structuredValue } } },
          { [name]: values },
        );
        expect([...new URL(url).searchParams]).toEqual(values.map((value) => [name, value]));
      }),
    );
  });
});

describe("a parameter without a writer for arrays and objects", () => {
  test.each([[[1]], [{ a: 1 }]])("refuses %j", (value) => {
    const params = { p: { in: inQuery, type: "any" } } as const;
    expect(() => build({ params }, { p: value })).toThrow(/p must be any, but is (array|object)/);
  });
});

describe("path", () => {
  const visit = (value: unknown) => build({ params: { id } }, { id: value }, "/visits/{id}/notes").url;

  test.each([
    "",
    ".",
    "..",
    "%2e",
    "%2E.",
    "%252e%2e",
    "a/b",
    "/",
    "..\\x",
    "%2f",
    "a%5Cb",
    "%25252F",
    "a\nb",
    "\0",
    "\u0085",
    ["a", ".."],
    [],
    {},
  ])("refuses the value %j with an UnsafePathError", (value) => {
    expect(() => visit(value)).toThrow(UnsafePathError);
    expect(() => visit(value)).toThrow(/^GET \/visits\/\{id\}\/notes: /);
  });

  test.each([
    ["...", "..."],
    ["a..b", "a..b"],
    ["100%", "100%25"],
    ["?a#b", "%3Fa%23b"],
    ["$&{id}", "%24%26%7Bid%7D"],
    [["a,", "b"], "a%2C,b"],
    [{ a: 1 }, "a,1"],
    ["ä ", "%C3%A4%20"],
  ])("writes %j as %s", (value, text) => {
    expect(visit(value)).toBe(`${base}/visits/${text}/notes`);
  });

  test("refuses values that make a dot segment together", () => {
    const params = { a: id, b: id };
    const half = () => build({ params }, { a: "x", b: "." }, "/visits/.{b}/{a}");
    expect(half).toThrow(UnsafePathError);
    const part = { in: inSegment, type: "string" } as const;
    for (const row of [part, { ...part, write: structuredValue }]) {
      const both = (a: string, b: string) =>
        build({ params: { a: row, b: row } }, { a, b }, "/visits/{a}{b}/notes").url;
      expect(() => both("%2", "e")).toThrow(UnsafePathError);
      expect(() => both("a", "..")).toThrow(UnsafePathError);
      expect(both("a", "b")).toBe(`${base}/visits/ab/notes`);
    }
  });

  test("any text is refused or stays one segment between its neighbours", () => {
    const unit = fc.constantFrom(".", "%", "2", "e", "E", "f", "5", "c", "/", "\\", "a", "?", "#", "\n", "ä", "\ud800");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), (value) => {
        let url: string;
        try {
          url = visit(value);
        } catch (error) {
          expect(error).toBeInstanceOf(RequestError);
          return;
        }
        const { pathname, search, hash } = new URL(url);
        const segments = pathname.split("/");
        expect([segments.length, segments[1], segments[3], search, hash]).toEqual([4, "visits", "notes", "", ""]);
        expect(decodeURIComponent(segments[2] ?? "")).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("headers", () => {
  const withHeaders = (headers: Record<string, string>) => build({}, {}, "/visits", { headers }).headers;

  test("of the caller are added, in lower case, and go before ours", () => {
    expect(withHeaders({ "X-Room": "north", Accept: "text/csv" })).toEqual({ accept: "text/csv", "x-room": "north" });
  });

  test.each([
    ["a line break", { "x-room": "a\r\nx-evil: 1" }],
    ["a NUL", { "x-room": "\0" }],
    ["a character beyond Latin-1", { "x-room": "€" }],
    ["a bad name", { "x room": "a" }],
    ["no text", { "x-room": 5 as unknown as string }],
  ])("with %s are a SerializationError", (_, headers) => {
    expect(() => withHeaders(headers)).toThrow(SerializationError);
  });

  test("that are parameters follow the same rule, and write arrays with commas", () => {
    const params = { "X-Rooms": { in: inHeader, type: "any", write: structuredValue } } as const;
    expect(build({ params }, { "X-Rooms": ["a b", 2] }).headers["x-rooms"]).toBe("a b,2");
    expect(() => build({ params }, { "X-Rooms": "a\nb" })).toThrow(SerializationError);
  });

  test("of the caller go before a parameter of the same name, which is checked all the same", () => {
    const params = { "X-Room": { in: inHeader, type: "string" } } as const;
    const both = (room: string) => build({ params }, { "X-Room": room }, "/visits", { headers: { "x-room": "own" } });
    expect(both("north").headers["x-room"]).toBe("own");
    expect(() => both("a\nb")).toThrow(SerializationError);
  });

  test("any text is refused or accepted by fetch unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        try {
          const sent = withHeaders({ "x-room": value })["x-room"] ?? "";
          expect(new Headers({ "x-room": sent }).get("x-room")).toBe(value.replace(/^[\t ]+|[\t ]+$/g, ""));
        } catch (error) {
          expect(error).toBeInstanceOf(SerializationError);
        }
      }),
    );
  });
});
