import { expect, it } from "vitest";
import type { ClockMode } from "./clock.ts";
import { SessionClock } from "./session-clock.ts";

const at = Date.UTC(2026, 0, 1);

/** A clock whose real time is ours to move. */
function clockOf(mode: ClockMode): { clock: SessionClock; pass: (ms: number) => void } {
  let real = 5000;
  const clock = new SessionClock({ at, mode }, () => real);
  return { clock, pass: (ms) => (real += ms) };
}

it("stands when it is virtual, until it is advanced by milliseconds or a duration", () => {
  const { clock, pass } = clockOf({ mode: "virtual" });
  pass(1000);
  expect(clock.now()).toBe(at);
  clock.advance(250);
  clock.advance("PT1M");
  expect(clock.now()).toBe(at + 60_250);
});

it("runs with real time at its speed, and can be advanced too", () => {
  const { clock, pass } = clockOf({ mode: "realtime", speed: 60 });
  pass(1000);
  expect(clock.now()).toBe(at + 60_000);
  clock.advance("PT1S");
  pass(0.5);
  expect(clock.now()).toBe(at + 61_030);
});

it("tells whole milliseconds", () => {
  const { clock, pass } = clockOf({ mode: "realtime", speed: 1 });
  pass(0.7);
  expect(clock.now()).toBe(at);
});

it("does not jump when its mode changes", () => {
  const { clock, pass } = clockOf({ mode: "realtime", speed: 2 });
  pass(500);
  clock.setMode({ mode: "virtual" });
  pass(500);
  expect(clock.now()).toBe(at + 1000);
  clock.setMode({ mode: "realtime", speed: 10 });
  pass(100);
  expect(clock.now()).toBe(at + 2000);
  expect(clock.mode).toEqual({ mode: "realtime", speed: 10 });
});

it("goes back to what it saved, and runs on from there", () => {
  const { clock, pass } = clockOf({ mode: "realtime", speed: 1 });
  const saved = clock.fromJSON(JSON.parse(JSON.stringify(clock.toJSON(clock.save()))));
  clock.advance("P1D");
  clock.setMode({ mode: "virtual" });
  pass(300);
  clock.load(saved);
  expect(clock.now()).toBe(at);
  pass(10);
  expect(clock.now()).toBe(at + 10);
});

it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, "1 minute", 8.64e15])(
  "throws a RangeError when it is advanced by %j, and stays",
  (by) => {
    const { clock } = clockOf({ mode: "virtual" });
    expect(() => clock.advance(by)).toThrow(RangeError);
    expect(clock.now()).toBe(at);
  },
);

it.each([0, -1, Number.NaN])("throws a RangeError for the speed %d", (speed) => {
  const { clock } = clockOf({ mode: "virtual" });
  expect(() => clock.setMode({ mode: "realtime", speed })).toThrow(RangeError);
  expect(clock.mode).toEqual({ mode: "virtual" });
});

it.each([
  null,
  {},
  { at: "now", mode: { mode: "virtual" } },
  { at: 1, mode: { mode: "slow" } },
  { at: 9e15, mode: { mode: "virtual" } },
])("throws a TypeError for %j as a saved clock", (json) => {
  expect(() => clockOf({ mode: "virtual" }).clock.fromJSON(json)).toThrow(TypeError);
});
