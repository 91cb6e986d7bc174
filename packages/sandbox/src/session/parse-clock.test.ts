import { expect, it } from "vitest";
import { parseClock } from "./parse-clock.ts";

it.each([
  ["virtual", { mode: "virtual" }],
  ["frozen", { mode: "virtual" }],
  ["real", { mode: "realtime", speed: 1 }],
  ["x60", { mode: "realtime", speed: 60 }],
  ["x0.5", { mode: "realtime", speed: 0.5 }],
])("reads %s", (text, mode) => {
  expect(parseClock(text)).toEqual(mode);
});

it.each(["", "x0", "x", "60", "x-1", "x1e3", "fast"])("throws a RangeError for %j", (text) => {
  expect(() => parseClock(text)).toThrow(RangeError);
});
