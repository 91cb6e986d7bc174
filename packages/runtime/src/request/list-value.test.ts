import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someCall } from "../../test/support/client.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import { UnsafePathError } from "../errors/request/unsafe-path-error.ts";
import type { ParamRow } from "../operation-row.ts";
import { asJson } from "../response/as-json.ts";
import { buildRequest } from "./build-request.ts";
import { listValue } from "./list-value.ts";
import { inHeader, inPath, inQuery } from "./place.ts";
import { scalarValue } from "./scalar-value.ts";
import { structuredValue } from "./structured-value.ts";

const urlOf = (row: ParamRow, value: unknown, path = "/visits") =>
  buildRequest(someCall("GET", path), { parse: asJson, params: { "p[]": row } }, { "p[]": value }).url;

const scalar = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.integer(),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

describe("a list in a query", () => {
  const row = { in: inQuery, type: "array", write: listValue } as const;

  test("stands there as the writer for all styles would write it", () => {
    fc.assert(
      fc.property(fc.array(scalar), fc.constantFrom(undefined, false), (value, explode) => {
        const given = explode === undefined ? row : { ...row, explode };
        expect(urlOf(given, value)).toBe(urlOf({ ...given, write: structuredValue }, value));
      }),
    );
  });
  test("has its name once for each item, or once for all", () => {
    expect(urlOf(row, ["a b", 2])).toMatch(/\/visits\?p%5B%5D=a%20b&p%5B%5D=2$/);
    expect(urlOf({ ...row, explode: false }, ["a,b", 2])).toMatch(/\/visits\?p%5B%5D=a%2Cb,2$/);
  });
  test("is not there where it is empty", () => {
    expect(urlOf(row, [])).toMatch(/\/visits$/);
    expect(urlOf({ ...row, explode: false }, [])).toMatch(/\/visits$/);
  });
  test.each([
    ["text", "a"],
    ["an object", {}],
    ["nothing", null],
  ])("is refused if it is %s", (_, value) => {
    expect(() => urlOf(row, value)).toThrow(RequestError);
  });
  test.each([
    ["an object", [{}]],
    ["a list", [[1]]],
    ["no number", [Number.NaN]],
    ["half a character", ["\ud800"]],
  ])("is refused if it holds %s", (_, value) => {
    expect(() => urlOf(row, value)).toThrow(SerializationError);
  });
});

describe("a value of several plain types", () => {
  const row = { in: inQuery, type: "any", write: scalarValue } as const;

  test("stands there as the writer for all styles would write it", () => {
    fc.assert(
      fc.property(scalar, (value) => {
        expect(urlOf(row, value)).toBe(urlOf({ ...row, write: structuredValue }, value));
      }),
    );
  });
  test("can't lead to another path", () => {
    const inside = { in: inPath, type: "any", write: scalarValue, required: true } as const;
    expect(urlOf(inside, "a b", "/visits/{p[]}")).toMatch(/\/visits\/a%20b$/);
    expect(() => urlOf(inside, "..", "/visits/{p[]}")).toThrow(UnsafePathError);
  });
  test.each([
    ["a list", []],
    ["an object", {}],
    ["null", null],
    ["no number", Number.NaN],
  ])("is refused if it is %s", (_, value) => {
    expect(() => urlOf(row, value)).toThrow(RequestError);
    expect(() => urlOf({ ...row, in: inHeader }, value)).toThrow(/must be text, a number or a boolean/);
  });
});
