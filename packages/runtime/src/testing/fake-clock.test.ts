import { expect, test } from "vitest";
import { rejection } from "../../test/support/client.ts";
import { fakeClock } from "./fake-clock.ts";

test("stands at the first of January 2026, or where it is told to", () => {
  expect(new Date(fakeClock().now()).toISOString()).toBe("2026-01-01T00:00:00.000Z");
  expect(fakeClock(5).now()).toBe(5);
});

test("runs due timers in their order, each at its own time, and the older first", async () => {
  const clock = fakeClock(0);
  const seen: string[] = [];
  const at = (ms: number, name: string) => clock.after(ms, () => seen.push(`${name} at ${clock.now()}`));
  at(20, "c");
  at(10, "a");
  at(10, "b");
  at(31, "d");
  await clock.advance(30);
  expect(seen).toEqual(["a at 10", "b at 10", "c at 20"]);
  expect([clock.now(), clock.pending()]).toEqual([30, 1]);
  await clock.advance(1);
  expect([seen.at(-1), clock.pending()]).toEqual(["d at 31", 0]);
});

test("lets work run between two timers, and sees the timers that it starts", async () => {
  const clock = fakeClock(0);
  const sleep = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  let ticks = 0;
  const work = (async () => {
    for (; ticks < 5; ticks++) await sleep(10);
  })();
  await clock.advance(49);
  expect(ticks).toBe(4);
  await clock.advance(1);
  await work;
  expect(ticks).toBe(5);
});

test("forgets a timer that is cancelled, also when it is cancelled twice", async () => {
  const clock = fakeClock();
  const cancel = clock.after(5, () => expect.unreachable());
  cancel();
  cancel();
  expect(clock.pending()).toBe(0);
  await clock.advance(10);
});

test("next passes as much time as the next timer needs, and says whether there was one", async () => {
  const clock = fakeClock(0);
  clock.after(70, () => {});
  expect([await clock.next(), clock.now()]).toEqual([true, 70]);
  expect([await clock.next(), clock.now()]).toEqual([false, 70]);
});

test("finish passes as much time as the work needs, and gives what it gives", async () => {
  const clock = fakeClock(0);
  const work = (async () => {
    for (let round = 0; round < 3; round++) await new Promise<void>((resolve) => clock.after(60_000, resolve));
    return "done";
  })();
  expect(await clock.finish(work)).toBe("done");
  expect(clock.now()).toBe(180_000);
  expect(await rejection(clock.finish(Promise.reject(new RangeError("no"))))).toBeInstanceOf(RangeError);
});

test("finish throws where the work waits for nothing, or for too long", async () => {
  const clock = fakeClock(0);
  expect(`${await rejection(clock.finish(new Promise(() => {})))}`).toMatch("waits, but for no timer");
  const late = new Promise<void>((resolve) => clock.after(1_001, resolve));
  expect(`${await rejection(clock.finish(late, 1_000))}`).toMatch("not ended after 1000 ms");
});
