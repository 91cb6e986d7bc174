import type { Call } from "./call.ts";
import { RequestError } from "./errors/request/request-error.ts";
import { AbortedError } from "./errors/transport/aborted-error.ts";
import { TimeoutError, type TimeoutPhase } from "./errors/transport/timeout-error.ts";
import type { UploadOptions } from "./files/upload-progress.ts";
import type { RetryOptions } from "./retry/retry-options.ts";

/** Ends a call when its caller aborts or a limit passes, whatever the awaited work does. */
export interface Deadline {
  /** For fetch: aborts when the attempt ends early. {@link Deadline.pause} makes another one for the next attempt. */
  readonly signal: AbortSignal;
  /** When the time of the whole call ends, in milliseconds since the epoch; `Infinity` where it has no limit. */
  readonly endsAt: number;
  /** Starts the limit of a part of the call, and ends that of the part before; without arguments it only ends it. */
  limit(phase?: TimeoutPhase, limitMs?: number): void;
  /** The outcome of some work, or the error that ends the call before it. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Waits some milliseconds between two attempts. */
  pause(delayMs: number): Promise<void>;
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
export function startCall(call: Call, options: UploadOptions = {}, usualMs = 300_000): Deadline {
  const { clock, timeouts } = call.engine;
  const { signal: caller, timeoutMs, retry, rateLimit, priority, headers: _, onProgress: __, ...unknown } = options;
  // What is neither an object nor false counts as no attempt, which is refused below.
  const usualAttempts = retry === undefined || typeof retry === "object" ? call.maxAttempts : +!retry;
  const { attempts = usualAttempts, ...unknownRetry }: RetryOptions = Object(retry);
  const { maxWaitMs: ___, ...unknownLimit } = Object(rateLimit);
  const totalMs = timeoutMs ?? timeouts.totalMs ?? usualMs;
  for (const name in { ...unknown, ...unknownRetry, ...unknownLimit })
    throw new RequestError(call, `unknown option ${name}`);
  if (!(totalMs > 0 && attempts > 0)) throw new RequestError(call, "timeoutMs and attempts must be above 0");
  call.maxAttempts = attempts;
  call.options = options;
  let controller = new AbortController();
  let ended: Error | undefined;
  let cancelTotal: (() => void) | undefined;
  let cancelPhase: (() => void) | undefined;
  let reject: ((error: unknown) => void) | undefined;

  const abort = () => stop(new AbortedError(call, "aborted", undefined, { cause: caller?.reason }));
  const end = () => {
    cancelPhase?.();
    cancelTotal?.();
    caller?.removeEventListener("abort", abort);
  };
  const stopAttempt = (error: Error) => {
    reject?.(error);
    controller.abort(error);
    return error;
  };
  const stop = (error: Error) => {
    end();
    ended = error;
    return stopAttempt(error);
  };
  // No timer can hold 25 days; what is longer than 23, `Infinity` too, is no limit.
  const start = (limitMs: number, expire: (error: Error) => void, phase: TimeoutPhase = "total") =>
    limitMs < 2e9
      ? clock.after(limitMs, () => {
          expire(
            new TimeoutError(call, `${phase} timeout after ${limitMs} ms`, {
              phase,
              limitMs,
              retryable: call.canRepeat,
            }),
          );
        })
      : undefined;
  const race = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, fail) => {
      reject = fail;
      work.then(resolve, fail);
      if (controller.signal.aborted) fail(controller.signal.reason);
    });

  if (caller?.aborted) throw abort();
  caller?.addEventListener("abort", abort);
  cancelTotal = start(totalMs, stop);
  // No getter: an object with one would get a hidden class of its own in every call, which only a full collection frees.
  const deadline: { -readonly [member in keyof Deadline]: Deadline[member] } = {
    signal: controller.signal,
    endsAt: clock.now() + totalMs,
    end,
    limit(phase, limitMs = 1e15) {
      cancelPhase?.();
      cancelPhase = start(limitMs, stopAttempt, phase);
    },
    race,
    pause(delayMs) {
      // What ended the call stays; what ended the attempt does not bind the next one.
      if (!ended) controller = new AbortController();
      deadline.signal = controller.signal;
      return race(
        new Promise((resolve) => {
          cancelPhase = clock.after(delayMs, resolve, true);
        }),
      );
    },
  };
  return deadline;
}
