import { expect, it } from "vitest";
import { readParam } from "./read-param.ts";

const call = { path: { id: 7 }, query: { "page.size": 3 }, header: { "x-key": "k" }, body: { scope: { id: 1 } } };

it.each([
  ["path.id", 7],
  ["query.page.size", 3],
  ["header.x-key", "k"],
  ["body/scope/id", 1],
  ["body", call.body],
  ["path.other", undefined],
  ["path.constructor", undefined],
  ["body/scope/other", undefined],
])("reads %s", (ref, value) => {
  expect(readParam(call, ref)).toEqual(value);
});

it("throws a RangeError for a reference that names no place of a request", () => {
  expect(() => readParam(call, "cookie.id")).toThrow(RangeError);
});
