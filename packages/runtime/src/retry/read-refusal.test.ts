import { describe, expect, test } from "vitest";
import { clientWith, json } from "../../test/support/client.ts";
import { callOn, type Target } from "../call.ts";
import { engineOf } from "../engine.ts";
import { readRefusal } from "./read-refusal.ts";

const SAFE = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"];
const UNSAFE = ["POST", "PATCH", "PURGE", "LOCK"];

function isRepeated(method: string, status: number, headers = {}, row: Partial<Target> = {}): boolean {
  const call = callOn(engineOf(clientWith(json({})).core), { method, path: "/x", ...row });
  return readRefusal(call, new Response(null, { status, headers })).retryable;
}

describe("without a hint", () => {
  test.each([408, 425, 429, 500, 502, 503, 504])("%d is repeated for methods that may be sent twice", (status) => {
    expect(SAFE.filter((method) => !isRepeated(method, status))).toEqual([]);
  });

  test.each([408, 425, 500, 502, 503, 504])(
    "%d is not repeated for others, unless the document allows it",
    (status) => {
      expect(UNSAFE.filter((method) => isRepeated(method, status))).toEqual([]);
      expect(isRepeated("POST", status, {}, { idempotent: true })).toBe(true);
      expect(isRepeated("PATCH", status, {}, { idempotent: "Idempotency-Key" })).toBe(true);
      expect(isRepeated("PUT", status, {}, { idempotent: false })).toBe(false);
    },
  );

  test("429 is repeated for every method, because the server has done nothing", () => {
    expect(UNSAFE.filter((method) => !isRepeated(method, 429))).toEqual([]);
  });

  test("no other status is repeated", () => {
    const repeated = [];
    for (let status = 200; status < 600; status++) if (isRepeated("GET", status)) repeated.push(status);
    expect(repeated).toEqual([408, 425, 429, 500, 502, 503, 504]);
  });
});

describe("with a hint", () => {
  const hint = { "retry-after": "3" };

  test("503 is repeated for every method, because the server has done nothing", () => {
    expect(UNSAFE.filter((method) => !isRepeated(method, 503, hint))).toEqual([]);
    expect(isRepeated("POST", 503, { "x-ratelimit-reset": "3" })).toBe(false);
  });

  test("413 is repeated for methods that may be sent twice", () => {
    expect([...SAFE, ...UNSAFE].filter((method) => isRepeated(method, 413, hint))).toEqual(SAFE);
  });

  test.each([400, 401, 403, 404, 409, 422, 423, 501, 505, 507])("%d is still not repeated", (status) => {
    expect([...SAFE, ...UNSAFE].filter((method) => isRepeated(method, status, hint))).toEqual([]);
  });
});

test("the status of the rate class's own is a used-up quota, as 429 is", () => {
  const rateLimit = { name: "login", quota: 10, windowMs: 60_000, exceedStatus: 503 };
  expect(isRepeated("POST", 503, {}, { rateLimit })).toBe(true);
  expect(isRepeated("POST", 503)).toBe(false);
});
