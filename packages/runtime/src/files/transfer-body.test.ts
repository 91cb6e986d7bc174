import { expect, test } from "vitest";
import { someCall } from "../../test/support/client.ts";
import { callOn } from "../call.ts";
import { sizeOf } from "./transfer-body.ts";

/** The size that an answer tells, of a type that fetch gives: `cors` where it comes from another origin. */
function sizeIn(headers: Record<string, string>, type: ResponseType = "basic", isBrowser = false): number | undefined {
  const { engine, target } = someCall();
  const response = Object.defineProperty(new Response("", { headers }), "type", { value: type });
  return sizeOf(callOn({ ...engine, isBrowser }, target), response);
}

test.each([
  [{ "content-length": "9" }, 9],
  [{ "content-length": "0" }, 0],
  [{}, undefined],
  [{ "content-length": "" }, undefined],
  [{ "content-length": "-1" }, undefined],
  [{ "content-length": "9, 9" }, undefined],
  [{ "content-length": "9", "content-encoding": "gzip" }, undefined],
])("%j tells the size %s", (headers, size) => {
  expect(sizeIn(headers)).toBe(size);
});

test("in a browser the length of another origin's answer may be that of its compressed form", () => {
  expect(sizeIn({ "content-length": "9" }, "cors", true)).toBeUndefined();
  expect(sizeIn({ "content-length": "9" }, "basic", true)).toBe(9);
  expect(sizeIn({ "content-length": "9" }, "cors", false)).toBe(9);
});
