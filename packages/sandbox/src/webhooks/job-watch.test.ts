import { expect, it } from "vitest";
import { SessionClock } from "../session/session-clock.ts";
import { JobWatch } from "./job-watch.ts";

const at = Date.UTC(2026, 0, 1);

/** A watch over jobs that end at these times. */
function watchOf(...times: number[]): { clock: SessionClock; watch: JobWatch; ended: number[]; calls: () => number } {
  const clock = new SessionClock({ at, mode: { mode: "virtual" } });
  const ended: number[] = [];
  let calls = 0;
  const watch = new JobWatch({
    clock,
    nextAt: () => Math.min(Number.POSITIVE_INFINITY, ...times),
    async progress() {
      calls += 1;
      while ((times[0] ?? Number.POSITIVE_INFINITY) <= clock.now()) {
        await Promise.resolve();
        ended.push(times.shift() ?? 0);
      }
    },
  });
  return { clock, watch, ended, calls: () => calls };
}

it("moves jobs on when the clock passes them", async () => {
  const { clock, watch, ended } = watchOf(at + 10, at + 20, at + 500);
  clock.advance(9);
  await watch.idle();
  expect(ended).toEqual([]);
  clock.advance(100);
  await watch.idle();
  expect(ended).toEqual([at + 10, at + 20]);
});

it("looks again when the clock moves while it is at work", async () => {
  const { clock, watch, ended } = watchOf(at + 10, at + 20);
  clock.advance(10);
  clock.advance(10);
  expect(watch.isBusy).toBe(true);
  await watch.idle();
  expect([ended, watch.isBusy]).toEqual([[at + 10, at + 20], false]);
});

it("waits in real time for the next job, and for the one after it", async () => {
  const { clock, watch, ended } = watchOf(at + 600, at + 1200);
  clock.setMode({ mode: "realtime", speed: 60 });
  watch.wait();
  await expect.poll(() => ended).toEqual([at + 600, at + 1200]);
});

it("does not go round in circles over a job that can't be moved", async () => {
  const clock = new SessionClock({ at, mode: { mode: "virtual" } });
  let calls = 0;
  const progress = (): Promise<void> => {
    calls += 1;
    return Promise.reject(new Error("its hook is broken"));
  };
  const watch = new JobWatch({ clock, nextAt: () => at, progress });
  watch.wait();
  await watch.idle();
  expect(calls).toBe(1);
  clock.advance(1);
  await watch.idle();
  expect(calls).toBe(2);
});

it("moves nothing once it has ended", async () => {
  const { clock, watch, calls } = watchOf(at + 10);
  watch.wait();
  watch.end();
  clock.advance(100);
  watch.wait();
  await watch.idle();
  expect(calls()).toBe(0);
});
