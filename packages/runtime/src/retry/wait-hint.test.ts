import { expect, test } from "vitest";
import { waitHint } from "./wait-hint.ts";

const nowMs = Date.UTC(2026, 0, 1);
const nowSeconds = nowMs / 1000;

test.each([
  ["milliseconds before all others", { "retry-after-ms": "250", "retry-after": "9", "x-ratelimit-reset": "60" }, 250],
  ["seconds before the end of the window", { "retry-after": "9", "x-ratelimit-reset": "60" }, 9000],
  ["no wait at all", { "retry-after": "0" }, 0],
  ["a date", { "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT" }, 30_000],
  ["a date of RFC 850", { "retry-after": "Thursday, 01-Jan-26 00:00:30 GMT" }, 30_000],
  ["a date of asctime", { "retry-after": "Thu Jan  1 00:00:30 2026" }, 30_000],
  ["a date that is over", { "retry-after": "Wed, 31 Dec 2025 23:00:00 GMT" }, 0],
  ["the end of the window in epoch seconds", { "x-ratelimit-reset": `${nowSeconds + 12}` }, 12_000],
  ["the end of the window in seconds from now", { "x-ratelimit-reset": "12" }, 12_000],
  ["the last value that is a delta", { "x-ratelimit-reset": "1699999999" }, 1_699_999_999_000],
  ["the first value that is a time, and over", { "x-ratelimit-reset": "1700000000" }, 0],
  ["an unreadable wish and a window", { "retry-after": "soon", "x-ratelimit-reset": "12" }, 12_000],
])("the hint is %s", (_, headers, ms) => {
  expect(waitHint(new Headers(headers as Record<string, string>), nowMs)).toBe(ms);
});

test.each([{}, { "retry-after": "soon" }, { "retry-after": "-5" }, { "x-ratelimit-reset": "later" }])(
  "%j is no hint",
  (headers) => {
    expect(waitHint(new Headers(headers as Record<string, string>), nowMs)).toBeUndefined();
  },
);

test("the end of the window is no hint where the quota is not used up", () => {
  expect(waitHint(new Headers({ "x-ratelimit-reset": "12" }), nowMs, false)).toBeUndefined();
  expect(waitHint(new Headers({ "x-ratelimit-reset": "12", "retry-after": "3" }), nowMs, false)).toBe(3000);
});
