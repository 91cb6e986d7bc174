import { expect, test } from "vitest";
import { type Literal, literal, Name } from "./literal.ts";

test("short values stand on one line, with bare keys where the language allows them", () => {
  expect(literal({ a: 1, "b-c": ["x", true], none: undefined, d: new Name("shared"), e: {} })).toBe(
    '{ a: 1, "b-c": ["x", true], d: shared, e: {} }',
  );
});

test("long values break into lines, and read back as the same value", () => {
  const value: Literal = {
    text: 'say "no"\n',
    list: Array.from({ length: 20 }, (_, index) => ({ index, word: "seven" })),
  };
  const code = literal(value);
  expect(code.split("\n")).toHaveLength(25);
  expect(new Function(`return ${code}`)()).toEqual(value);
});

test("a key called __proto__ is a key", () => {
  const value = new Function(`return ${literal(Object.fromEntries([["__proto__", { a: 1 }]]))}`)();
  expect(Object.keys(value)).toEqual(["__proto__"]);
});
