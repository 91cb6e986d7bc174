import * as runtime from "@fairlead/runtime";
import { expect, test } from "vitest";
import { comment, errorClass } from "./doc-comments.ts";

test("every error class that a comment can name is exported by the runtime", () => {
  const statuses = Array.from({ length: 300 }, (_, index) => index + 300);
  const names = new Set(["default" as const, ...statuses].map((status) => errorClass(status, 503)));
  expect(names.size).toBe(15);
  expect([...names].filter((name) => !(name in runtime))).toEqual([]);
});

test("the status of a used-up quota is a RateLimitError, whatever it is", () => {
  expect([errorClass(503, 503), errorClass(503, 429), errorClass(429, undefined)]).toEqual([
    "RateLimitError",
    "ServerError",
    "RateLimitError",
  ]);
});

test("a comment can't be ended by its text", () => {
  expect(comment("a */ b")).toBe("/** a *\\/ b */\n");
  expect(comment("a\n\nb", "  ")).toBe("  /**\n   * a\n   *\n   * b\n   */\n");
});
