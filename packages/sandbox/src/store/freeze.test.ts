import { expect, it } from "vitest";
import { freeze } from "./freeze.ts";

it("freezes objects and arrays in place, however deep", () => {
  const value = { list: [{ deep: {} }] };
  expect(freeze(value)).toBe(value);
  expect(Object.isFrozen(value.list[0]?.deep)).toBe(true);
  expect(() => value.list.push({ deep: {} })).toThrow(TypeError);
});

it("leaves instances of classes alone", () => {
  const blob = new Blob(["abc"]);
  expect(Object.isFrozen(freeze({ blob }).blob)).toBe(false);
});

it.each([undefined, null, 1, "text"])("gives %j back", (value) => {
  expect(freeze(value)).toBe(value);
});
