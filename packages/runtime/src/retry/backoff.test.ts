import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

/** The shortest and the longest wait; the number that stands for 1 is never given. */
const bounds = (refusal: Parameters<typeof backoffMs>[0], attempts: number) =>
  [0, 1].map((number) => backoffMs(refusal, attempts, () => number));

test.each([
  [1, 250],
  [2, 500],
  [3, 1000],
  [6, 8000],
  [7, 8000],
  [60, 8000],
])("after %d attempts with a passing failure the wait is 50 ms to %d ms", (attempts, longest) => {
  expect(bounds({}, attempts)).toEqual([50, longest]);
});

test.each([
  [1, 500, 1000],
  [2, 1000, 2000],
  [5, 8000, 16_000],
  [6, 10_000, 20_000],
  [60, 10_000, 20_000],
])("after %d attempts with a used-up quota without a hint it is %d ms to %d ms", (attempts, shortest, longest) => {
  expect(bounds({ isLimited: true }, attempts)).toEqual([shortest, longest]);
});

test("the wait that the server asks for is never cut, and grows by half a second at most", () => {
  fc.assert(
    fc.property(
      fc.nat(120_000),
      fc.integer({ min: 1, max: 50 }),
      fc.boolean(),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (hintMs, attempts, isLimited, number) => {
        const waitMs = backoffMs({ hintMs, isLimited }, attempts, () => number);
        expect(waitMs).toBeGreaterThanOrEqual(hintMs);
        expect(waitMs).toBeLessThanOrEqual(hintMs + 500);
      },
    ),
  );
});
