import { callOn } from "../call.ts";
import type { CallOptions } from "../call-options.ts";
import { type Clock, systemClock } from "../clock.ts";
import type { Engine } from "../engine.ts";
import type { JobRow } from "../operation-row.ts";
import type { Watch } from "./job.ts";
import type { WaitOptions } from "./wait-options.ts";
import { watch } from "./watch.ts";

/** What an answer means: the wait is over, for good or ill, or goes on. */
export type Acceptance = "success" | "failure" | "retry" | undefined;

/** A condition that no document declares. */
export interface WaiterDefinition<Input, State> {
  /** The condition's name in errors, such as `domain is verified`. */
  readonly name: string;
  /**
   * Asks once. The options are for the call that it makes: `(input, options) => client.domains.get(input, options)`.
   * What it throws is a failed poll: 400, 401, 403, 404, 410 and 422 end the wait at once, and so does the fourth of
   * other errors in a row. Where such an answer has a meaning, ask by `.safe` and judge it in `until`.
   */
  poll(input: Input, options: CallOptions): Promise<State>;
  /** Says what an answer means; the first rule that fits should win. */
  until(state: State): Acceptance;
  /** The pace in milliseconds: 2,000 at first, each pause 1.5 times the one before, at most 15,000, for 600,000 in all. */
  readonly pace?: Partial<JobRow["poll"]>;
  /**
   * Where time comes from.
   * @default real time
   */
  readonly clock?: Clock;
  /**
   * Gives numbers from 0 to below 1, for the jitter of the pauses.
   * @default Math.random
   */
  readonly random?: () => number;
}

/** Asks at once and then again and again; see the pace. Its result is the answer that ended it. */
export type Waiter<Input, State> = (input: Input, options?: WaitOptions<State>) => Watch<State, State>;

/**
 * Makes a waiter for a condition that no document declares.
 * @throws {WaiterFailedError} From `done()`: `until` said so.
 * @throws {WaiterTimeoutError} From `done()`: it did not come true in time.
 */
export function defineWaiter<Input, State>({
  name,
  poll,
  until,
  pace,
  clock = systemClock,
  random = Math.random,
}: WaiterDefinition<Input, State>): Waiter<Input, State> {
  const engine = { clock, random, origin: "", auth: () => ({}), retry: { attempts: 1, budget: 0 } };
  return (input, options) =>
    watch<State, State>(
      callOn(engine as unknown as Engine, { method: "wait until", path: name }),
      // The pace that documents have by default.
      { everyMs: 2000, factor: 1.5, maxMs: 15_000, timeoutMs: 600_000, ...pace },
      undefined,
      async (callOptions) => ({ data: await poll(input, callOptions) }),
      (state) => {
        const outcome = until(state);
        const end = outcome === "retry" ? undefined : outcome;
        return { name: outcome ?? "retry", end, result: state };
      },
      (found) => ({ value: found as State }),
      options,
    );
}
