import { expect, test } from "vitest";
import { isLongerThan } from "./is-longer-than.ts";

test("a value is as long as its texts and names, about", () => {
  expect(isLongerThan("a".repeat(98), 100)).toBe(false);
  expect(isLongerThan("a".repeat(99), 100)).toBe(true);
  expect(isLongerThan({ ["n".repeat(90)]: 1 }, 100)).toBe(false);
  expect(isLongerThan({ ["n".repeat(97)]: 1 }, 100)).toBe(true);
  expect(isLongerThan([[1, true, null], { a: "b" }], 100)).toBe(false);
});

test("nothing after the limit is looked at", () => {
  const trap = {
    get later(): string {
      throw new Error("looked at");
    },
  };
  expect(isLongerThan(["a".repeat(100), trap], 50)).toBe(true);
  expect(() => isLongerThan([trap], 50)).toThrow("looked at");
});

test("what is no JSON has no length to speak of", () => {
  expect(isLongerThan(undefined, 10)).toBe(false);
  expect(isLongerThan(null, 10)).toBe(false);
});
