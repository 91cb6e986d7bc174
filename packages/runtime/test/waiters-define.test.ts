import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { WaiterAbortedError } from "../src/errors/waiter/waiter-aborted-error.ts";
import { WaiterError } from "../src/errors/waiter/waiter-error.ts";
import { WaiterFailedError } from "../src/errors/waiter/waiter-failed-error.ts";
import { WaiterTimeoutError } from "../src/errors/waiter/waiter-timeout-error.ts";
import { fakeClock } from "../src/testing/fake-clock.ts";
import { type Acceptance, defineWaiter, type WaiterDefinition } from "../src/waiters/define-waiter.ts";
import { rejection } from "./support/client.ts";

/** A waiter for a number that a script tells; an error in it is thrown, and nothing at its end never comes. */
function waiterFor(
  script: (number | Error)[],
  until: (state: number) => Acceptance,
  more: Partial<WaiterDefinition<string, number>> = {},
) {
  const clock = fakeClock();
  const polls: [string, number, unknown][] = [];
  const started = clock.now();
  const wait = defineWaiter<string, number>({
    name: "the tide is out",
    poll: async (input, options) => {
      const answer = script[polls.length];
      polls.push([input, clock.now() - started, options.priority]);
      if (answer instanceof Error) throw answer;
      return answer ?? new Promise(() => {});
    },
    until,
    clock,
    random: () => 0.5,
    ...more,
  });
  return { clock, polls, wait };
}

const low = (level: number): Acceptance => (level < 2 ? "success" : level > 9 ? "failure" : "retry");

test("a condition is asked for at once, then at the usual pace, behind other calls", async () => {
  const { clock, polls, wait } = waiterFor([5, 4, 3, 1], low);
  expect(await clock.finish(wait("north").done())).toBe(1);
  expect(polls).toEqual([0, 2000, 5000, 9500].map((at) => ["north", at, 2]));
});

test("its pace can be set", async () => {
  const { clock, polls, wait } = waiterFor([5, 4, 1], low, { pace: { everyMs: 100, factor: 1 } });
  await clock.finish(wait("north").done());
  expect(polls.map(([, at]) => at)).toEqual([0, 100, 200]);
});

test("a failure is a WaiterFailedError with the state", async () => {
  const { clock, wait } = waiterFor([5, 10], low);
  const error = (await clock.finish(rejection(wait("north").done()))) as WaiterFailedError;
  expect(error).toBeInstanceOf(WaiterFailedError);
  expect(error).toMatchObject({ resource: 10, tally: { retry: 1, failure: 1 }, operationId: undefined });
  expect(error.message).toMatch(/^wait until the tide is out: failed/);
});

test("a condition that never comes true is a WaiterTimeoutError", async () => {
  const { clock, wait } = waiterFor(Array(99).fill(5), () => undefined);
  const error = await clock.finish(rejection(wait("north", { maxWaitMs: 30_000 }).done()));
  expect(error).toBeInstanceOf(WaiterTimeoutError);
  expect(error).toMatchObject({ elapsedMs: 30_000, lastState: 5 });
});

test("a poll that never comes back ends with the wait, though it does not look at its signal", async () => {
  const { clock, wait } = waiterFor([5], low);
  expect(await clock.finish(rejection(wait("north").done()))).toBeInstanceOf(WaiterTimeoutError);
  const other = waiterFor([], low);
  const controller = new AbortController();
  const error = rejection(other.wait("north", { signal: controller.signal }).done());
  controller.abort();
  expect(await error).toBeInstanceOf(WaiterAbortedError);
});

test("errors of the poll count as those of a job's", async () => {
  const failure = new Error("no answer");
  const three = waiterFor([failure, failure, failure, 1], low);
  expect(await three.clock.finish(three.wait("north").done())).toBe(1);
  const four = waiterFor([failure, failure, failure, failure, 1], low);
  const error = await four.clock.finish(rejection(four.wait("north").done()));
  expect(error).toBeInstanceOf(WaiterError);
  expect(error).toMatchObject({ cause: failure });
  const final = waiterFor([Object.assign(failure, { status: 404 }), 1], low);
  expect(await final.clock.finish(rejection(final.wait("north").done()))).toBeInstanceOf(WaiterError);
  expect(final.polls.length).toBe(1);
});

test("what until throws ends the wait", async () => {
  const { clock, polls, wait } = waiterFor([5, 5], () => {
    throw new RangeError("no tide");
  });
  expect(await clock.finish(rejection(wait("north").done()))).toEqual(new RangeError("no tide"));
  expect(polls.length).toBe(1);
});

test("neither pause nor poll leaves a listener or a timer behind", async () => {
  const caller = new AbortController();
  const signals = new Set<AbortSignal>();
  const levels = [5, 4, 3, 1];
  const { clock, wait } = waiterFor([], low, {
    poll: async (_, { signal }) => {
      signals.add(signal as AbortSignal);
      return levels.shift() ?? 0;
    },
  });
  expect(await clock.finish(wait("north", { signal: caller.signal }).done())).toBe(1);
  const listeners = [caller.signal, ...signals].flatMap((signal) => getEventListeners(signal, "abort"));
  expect([signals.size, listeners, clock.pending()]).toEqual([1, [], 0]);
});
