import { expect, test } from "vitest";
import { fuzz, summaryOf } from "./secrets-fuzz.ts";

test("ten thousand failures show no secret", async () => {
  const report = await fuzz(10_000, Date.now() % 1_000_000);
  console.log(summaryOf(report));
  expect(report, `seed ${report.seed}`).toMatchObject({ hits: [], misfits: [], unseen: [] });
});
