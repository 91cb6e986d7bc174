import type { Call } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import { RequestError } from "./errors/request/request-error.ts";
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

/**
 * Starts the time of a call.
 * @param usualMs - Milliseconds of the whole call where nobody sets them. 300,000 is long enough for a slow page, and half
 * of what would keep a caller waiting in vain.
 * @throws {RequestError} An option is unknown, or no limit.
 * @throws {AbortedError} The caller's signal has aborted already.
 */
export function startCall(call: Call, options: CallOptions = {}, usualMs = 300_000): Deadline {
  const { signal: caller, timeoutMs, headers: _, ...unknown } = options;
  const totalMs = timeoutMs ?? call.engine.timeouts.totalMs ?? usualMs;
  for (const name in unknown) throw new RequestError(call, `unknown option ${name}`);
  if (!(totalMs > 0)) throw new RequestError(call, "timeoutMs must be above 0");
  const controller = new AbortController();
  const { signal } = controller;
  let cancelTotal: (() => void) | undefined;
  let cancelPhase: (() => void) | undefined;
  let reject: ((error: unknown) => void) | undefined;

  const abort = () => stop(new AbortedError(call, "aborted by the caller", undefined, { cause: caller?.reason }));
  const end = () => {
    cancelPhase?.();
    cancelTotal?.();
    caller?.removeEventListener("abort", abort);
  };
  const stop = (error: Error) => {
    end();
    reject?.(error);
    controller.abort(error);
    return error;
  };
  // No timer can hold 2 ** 31 milliseconds; what is longer, `Infinity` too, is no limit.
  const start = (phase: TimeoutPhase, limitMs: number) =>
    limitMs < 2_147_483_648
      ? call.engine.clock.after(limitMs, () => {
          stop(
            new TimeoutError(call, `${phase} timeout after ${limitMs} ms`, {
              phase,
              limitMs,
              retryable: call.isRepeatable,
            }),
          );
        })
      : undefined;

  if (caller?.aborted) throw abort();
  caller?.addEventListener("abort", abort);
  cancelTotal = start("total", totalMs);
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
