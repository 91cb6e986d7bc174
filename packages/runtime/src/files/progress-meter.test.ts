import { expect, test } from "vitest";
import { fakeClock } from "../testing/fake-clock.ts";
import { progressMeter } from "./progress-meter.ts";

test("tells the first at once, then at most one every 100 ms", async () => {
  const clock = fakeClock();
  const told: number[] = [];
  const tell = progressMeter(clock, (ms: number) => told.push(ms));
  for (let ms = 0; ms <= 350; ms += 10) {
    tell(ms);
    await clock.advance(10);
  }
  expect(told).toEqual([0, 100, 200, 300]);
});

test("tells the last one however soon it comes", () => {
  const told: number[] = [];
  const tell = progressMeter(fakeClock(), (at: number) => told.push(at));
  tell(1);
  tell(2);
  tell(3, true);
  expect(told).toEqual([1, 3]);
});

test("goes on when the clock is set back", () => {
  let now = 1_000_000;
  const told: number[] = [];
  const tell = progressMeter({ now: () => now }, (at: number) => told.push(at));
  tell(1);
  now -= 500_000;
  tell(2);
  expect(told).toEqual([1, 2]);
});

test("what a listener throws, or rejects with, is ignored", async () => {
  const unhandled: unknown[] = [];
  const watch = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", watch);
  try {
    progressMeter(fakeClock(), () => {
      throw new Error("the bar is gone");
    })(1);
    progressMeter(fakeClock(), async () => {
      throw new Error("the bar is gone");
    })(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(unhandled).toEqual([]);
  } finally {
    process.off("unhandledRejection", watch);
  }
});
