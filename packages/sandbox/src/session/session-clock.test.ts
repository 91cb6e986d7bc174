import { expect, it } from "vitest";
import type { ClockMode } from "./clock.ts";
import { SessionClock } from "./session-clock.ts";

const at = Date.UTC(2026, 0, 1);

/** A clock whose real time is ours to move, and the delays of the timers that it set and did not stop. */
function clockOf(mode: ClockMode): { clock: SessionClock; pass: (ms: number) => void; timers: () => number[] } {
  let real = 5000;
  const timers = new Map<() => void, number>();
  const clock = new SessionClock(
    { at, mode },
    () => real,
    (delayMs, listener) => {
      timers.set(listener, real + delayMs);
      return () => timers.delete(listener);
    },
  );
  const pass = (ms: number): void => {
    real += ms;
    for (const [listener, due] of [...timers]) if (due <= real && timers.delete(listener)) listener();
  };
  return { clock, pass, timers: () => [...timers.values()].map((due) => due - real) };
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

it("tells when it was moved, set or changed, until nobody listens", () => {
  const { clock, pass } = clockOf({ mode: "virtual" });
  const seen: number[] = [];
  const stop = clock.onMove(() => seen.push(clock.now() - at));
  clock.advance(5);
  clock.setMode({ mode: "realtime", speed: 1 });
  pass(10);
  clock.load({ at, mode: { mode: "virtual" } });
  expect(seen).toEqual([5, 5, 0]);
  stop();
  clock.advance(1);
  expect(seen).toHaveLength(3);
});

it("tells two who listen with one function, and keeps the other when one ends", () => {
  const { clock } = clockOf({ mode: "virtual" });
  let told = 0;
  const listener = (): number => (told += 1);
  const stop = clock.onMove(listener);
  clock.onMove(listener);
  stop();
  clock.advance(1);
  expect(told).toBe(1);
});

it("calls those who wait for a time once, the earliest first, when it is moved there", () => {
  const { clock, timers } = clockOf({ mode: "virtual" });
  const calls: string[] = [];
  clock.onReach(at + 20, () => calls.push("20"));
  clock.onReach(at + 10, () => calls.push("10"));
  clock.onReach(at + 30, () => calls.push("30"));
  clock.advance(9);
  expect(calls).toEqual([]);
  clock.advance(11);
  expect(calls).toEqual(["10", "20"]);
  clock.advance(100);
  expect(calls).toEqual(["10", "20", "30"]);
  expect(timers()).toEqual([]);
});

it("calls at once who waits for a time that has come, and never who waits no more", () => {
  const { clock } = clockOf({ mode: "virtual" });
  let calls = 0;
  clock.onReach(at, () => (calls += 1));
  expect(calls).toBe(1);
  clock.onReach(at + 1, () => (calls += 10))();
  clock.advance(1);
  expect(calls).toBe(1);
});

it("lets who was called wait again", () => {
  const { clock } = clockOf({ mode: "virtual" });
  const times: number[] = [];
  const every = (ms: number): void => {
    times.push(ms);
    clock.onReach(at + ms + 10, () => every(ms + 10));
  };
  every(0);
  clock.advance(35);
  expect(times).toEqual([0, 10, 20, 30]);
});

it("wakes with real time at its speed, and sets no timer that nobody waits for", () => {
  const { clock, pass, timers } = clockOf({ mode: "realtime", speed: 10 });
  let calls = 0;
  const stop = clock.onReach(at + 995, () => (calls += 1));
  clock.onReach(at + 2000, () => (calls += 1));
  expect(timers()).toEqual([100]);
  pass(99);
  expect(calls).toBe(0);
  pass(1);
  expect(calls).toBe(1);
  stop();
  expect(timers()).toEqual([100]);
  clock.advance(1000);
  expect(calls).toBe(2);
  expect(timers()).toEqual([]);
});

it("waits for a time beyond the longest timer, and for none beyond the last time", () => {
  const { clock, pass, timers } = clockOf({ mode: "realtime", speed: 1 });
  let calls = 0;
  clock.onReach(at + 2 ** 31 + 999, () => (calls += 1));
  expect(timers()).toEqual([2 ** 31 - 1]);
  pass(2 ** 31 - 1);
  expect({ calls, timers: timers() }).toEqual({ calls: 0, timers: [1000] });
  pass(1000);
  expect(calls).toBe(1);
  clock.onReach(Number.POSITIVE_INFINITY, () => (calls += 1));
  expect(timers()).toEqual([]);
});

it("stops its timer while it is virtual, and sets it anew for another speed", () => {
  const { clock, timers } = clockOf({ mode: "realtime", speed: 1 });
  clock.onReach(at + 600, () => undefined);
  clock.setMode({ mode: "virtual" });
  expect(timers()).toEqual([]);
  clock.setMode({ mode: "realtime", speed: 60 });
  expect(timers()).toEqual([10]);
});
