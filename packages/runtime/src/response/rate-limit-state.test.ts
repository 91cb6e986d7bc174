import { expect, test } from "vitest";
import { clientWith, json, rejection } from "../../test/support/client.ts";
import { ManualClock } from "../../test/support/manual-clock.ts";
import { RateLimitError } from "../errors/api/rate-limit-error.ts";
import { type OperationFunction, operation } from "../operation.ts";
import type { RateClassRow } from "../operation-row.ts";
import { asJson } from "./as-json.ts";
import { readRetryAfter, xRateLimit } from "./rate-limit-state.ts";

const strict: RateClassRow = { name: "strict", quota: 5, windowMs: 60_000, headers: xRateLimit, exceedStatus: 429 };
const nowMs = Date.UTC(2026, 0, 1);

function limited(answer: Response, rateLimit: RateClassRow = strict): Promise<unknown> {
  const { core } = clientWith(answer, { clock: new ManualClock() });
  const visit = operation<OperationFunction>({ id: "x", method: "POST", path: "/x", parse: asJson, rateLimit });
  return rejection(visit(core));
}

test.each([
  ["epoch seconds", `${nowMs / 1000 + 12}`, 12_000],
  ["seconds from now", "12", 12_000],
])("the end of the window is read from %s", (_, reset, aheadMs) => {
  const headers = new Headers({ "x-ratelimit-limit": "5", "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset });
  const state = { rateClass: "strict", limit: 5, remaining: 0, resetAt: new Date(nowMs + aheadMs) };
  expect(xRateLimit(strict, headers, nowMs)).toEqual(state);
});

test("what is missing or no number is undefined", () => {
  const headers = new Headers({ "x-ratelimit-limit": "many", "x-ratelimit-remaining": "" });
  expect(xRateLimit(strict, headers, nowMs)).toEqual({ rateClass: "strict" });
});

test("a class without headers has no state, nor has an operation without a class", async () => {
  const { headers: _, ...silent } = strict;
  for (const rateLimit of [{ rateLimit: silent }, {}]) {
    const { core } = clientWith(json({}, 200, { "x-ratelimit-limit": "5" }));
    const visit = operation<OperationFunction>({ id: "x", method: "GET", path: "/x", parse: asJson, ...rateLimit });
    expect((await visit.full(core)).meta.rateLimit).toBeUndefined();
  }
});

test.each([
  [{ "retry-after": "120" }, 120_000],
  [{ "retry-after": "1.5" }, 1500],
  [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
  [{ "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT" }, 30_000],
  [{ "retry-after": "Thursday, 01-Jan-26 00:00:30 GMT" }, 30_000],
  [{ "retry-after": "Thu Jan  1 00:00:30 2026" }, 30_000],
  [{ "retry-after": "Wed, 31 Dec 2025 23:00:00 GMT" }, 0],
  [{ "retry-after": "soon" }, undefined],
  [{ "retry-after": "-5" }, undefined],
  [{}, undefined],
])("%j asks to wait %s ms", (headers, ms) => {
  expect(readRetryAfter(new Headers(headers), nowMs)).toBe(ms);
});

test("a RateLimitError tells the window, and says how long to wait", async () => {
  const headers = {
    "x-ratelimit-limit": "5",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": `${nowMs / 1000 + 12}`,
  };
  const error = await limited(json({ error: "slow down" }, 429, headers));
  expect(error).toBeInstanceOf(RateLimitError);
  const resetAt = new Date(nowMs + 12_000);
  expect(error).toMatchObject({
    limit: 5,
    remaining: 0,
    resetAt,
    rateClass: "strict",
    retryAfterMs: 12_000,
    retryable: true,
  });
  expect((error as Error).message).toBe("POST /x: 429 slow down, retry in 12 s");
});

test("the server's own wish goes before the end of the window", async () => {
  expect(await limited(json({}, 429, { "retry-after": "3", "x-ratelimit-reset": "12" }))).toMatchObject({
    retryAfterMs: 3000,
  });
});

test("the status of the class's own makes a RateLimitError too", async () => {
  const error = await limited(json({}, 503), { name: "own", quota: 5, windowMs: 60_000, exceedStatus: 503 });
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({ status: 503, code: "rate_limit" });
});

test("the window stands in the meta of a success", async () => {
  const { core } = clientWith(json({}, 200, { "x-ratelimit-limit": "5", "x-ratelimit-remaining": "4" }));
  const visit = operation<OperationFunction>({ id: "x", method: "GET", path: "/x", parse: asJson, rateLimit: strict });
  expect((await visit.full(core)).meta.rateLimit).toEqual({ rateClass: "strict", limit: 5, remaining: 4 });
});
