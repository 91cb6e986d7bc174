import fc from "fast-check";
import { expect, test } from "vitest";
import { findJsonError } from "./find-json-error.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['{"title": tru}', 10],
  ['{"title" "Mask"}', 9],
  ['{"title": "Mask",}', 17],
  ["{'title': 1}", 1],
  ["[1, 2", 5],
  ["[1 2]", 3],
  ["[1}", 2],
  ["[,]", 1],
  ['"Mask', 5],
  ['"a\nb"', 2],
  ['"a\\x"', 2],
  ["01", 1],
  ["-", 0],
  ["1 2", 2],
  ["", 0],
  ["  ", 2],
  ["\uFEFF1", 0],
  ["<html>", 0],
])("%j breaks at %i", (text, at) => {
  expect(findJsonError(text)).toBe(at);
});

test("it agrees with JSON.parse on any value with any change of one character", () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom(...'{}[],:"\\0e-.t \u0001'),
      fc.boolean(),
      (json, at, sign, replace) => {
        const index = at % (json.length + 1);
        const text = json.slice(0, index) + sign + json.slice(index + (replace ? 1 : 0));
        expect(findJsonError(json)).toBeUndefined();
        expect(findJsonError(text) === undefined).toBe(isJson(text));
      },
    ),
  );
});

test("what stands before the place can begin a JSON text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[],:"\\01e-.n ') }), (text) => {
      const at = findJsonError(text);
      fc.pre(at !== undefined);
      // A prefix is no JSON yet, but it breaks nowhere before its own end.
      const prefix = text.slice(0, at);
      expect(findJsonError(prefix) ?? prefix.length).toBe(prefix.length);
    }),
  );
});

test("a text of 10 MiB and a million levels is no trouble", () => {
  expect(findJsonError(`"${"a".repeat(10 * 1024 * 1024)}`)).toBe(10 * 1024 * 1024 + 1);
  expect(findJsonError("[".repeat(1_000_000))).toBe(1_000_000);
});
