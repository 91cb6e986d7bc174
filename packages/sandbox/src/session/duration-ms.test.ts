import { expect, it } from "vitest";
import { durationMs } from "./duration-ms.ts";

it.each([
  ["PT1M", 60_000],
  ["PT0.25S", 250],
  ["P1DT2H3M4.005S", 93_784_005],
  ["PT0S", 0],
])("reads %s as %i ms", (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

it.each(["", "P", "PT", "1M", "P1M", "PT1.5M", "-PT1S"])("throws a RangeError for %j", (text) => {
  expect(() => durationMs(text)).toThrow(RangeError);
});
