import type { Call } from "./call.ts";
import { AbortedError } from "./errors/transport/aborted-error.ts";
import { TimeoutError, type TimeoutPhase } from "./errors/transport/timeout-error.ts";

/** Ends a call when its caller aborts or a limit passes, whatever the awaited work does. */
export interface Deadline {
  /** For fetch: aborts when the call ends early. */
  readonly signal: AbortSignal;
  /** Starts the limit of a part of the call, and ends that of the part before. `Infinity` is no limit. */
  limit(phase: TimeoutPhase, limitMs: number): void;
  /** The outcome of some work, or the error that ends the call before it. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Releases timers and listener. */
  end(): void;
}

/** No timer can hold more milliseconds; what is longer, `Infinity` too, is no limit. */
const MAX_TIMER_MS = 2 ** 31;

/**
 * Starts the time of a call.
 * @throws {AbortedError} The caller's signal has aborted already.
 */
export function openDeadline(call: Call, caller: AbortSignal | undefined, totalMs: number): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  let cancelPhase: (() => void) | undefined;
  let reject: ((error: unknown) => void) | undefined;

  const aborted = () => new AbortedError(call, "aborted by the caller", undefined, { cause: caller?.reason });
  const onAbort = () => stop(aborted());
  const end = () => {
    cancelPhase?.();
    cancelTotal?.();
    caller?.removeEventListener("abort", onAbort);
  };
  const stop = (error: Error) => {
    end();
    reject?.(error);
    controller.abort(error);
  };
  const start = (phase: TimeoutPhase, limitMs: number) =>
    limitMs < MAX_TIMER_MS
      ? call.engine.clock.after(limitMs, () => {
          const facts = { phase, limitMs, retryable: call.isRepeatable };
          stop(new TimeoutError(call, `timeout, ${phase} took longer than ${limitMs} ms`, facts));
        })
      : undefined;

  if (caller?.aborted) throw aborted();
  caller?.addEventListener("abort", onAbort);
  const cancelTotal = start("total", totalMs);
  return {
    signal,
    end,
    limit(phase, limitMs) {
      cancelPhase?.();
      cancelPhase = start(phase, limitMs);
    },
    race: (work) =>
      new Promise((resolve, fail) => {
        reject = fail;
        work.then(resolve, fail);
        if (signal.aborted) fail(signal.reason);
      }),
  };
}
