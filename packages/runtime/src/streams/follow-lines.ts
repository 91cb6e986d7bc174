import type { CallOptions } from "../call-options.ts";
import type { Clock } from "../clock.ts";
import type { Core } from "../core.ts";
import { engineOf } from "../engine.ts";
import { isApiError } from "../errors/api/api-error.ts";
import { isDecodeError } from "../errors/decode-error.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { isAbortedError } from "../errors/transport/aborted-error.ts";
import { isTransportError } from "../errors/transport/transport-error.ts";

/** How a stream of lines is gone on with where it breaks off. */
export interface FollowRules<Line> {
  /** Opens the stream. Where it can, after the last line; lines that come again are left out. */
  open(
    last: Line | undefined,
    options: CallOptions,
  ): AsyncIterable<Line> | (PromiseLike<AsyncIterable<Line>> & AsyncIterable<Line>);
  /** What tells a line from all others. */
  keyOf(line: Line): string;
  /** Whether all may be said with this line, so that it is worth asking. */
  mayEnd?(line: Line): boolean;
  /**
   * Asked when a stream has ended or may have: the lines that were not told, once all is said; `undefined` while more may
   * come. Without it a stream is never over.
   */
  restOf?(last: Line | undefined, options: CallOptions): Promise<readonly Line[] | undefined>;
}

/** How following goes. */
export interface FollowOptions {
  /** Ends it within one tick when it aborts: the iteration throws an AbortedError. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds without a line after which the connection counts as lost, and another one is made; above 0.
   * @default the helper's own
   */
  readonly quietMs?: number;
}

/** Connections in a row that bring nothing before it is given up: some minutes of an outage, with their pauses. */
const MAX_FAILURES = 8;
/** The first pause before another connection in milliseconds; each is twice the one before, and at most the second. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Lines that are known by their keys: more than a server sends again, and some hundred KiB of keys. */
const MAX_KEYS = 10_000;

/**
 * Goes through the lines of a stream that is opened again whenever it ends, breaks off, also in the middle of a line, or
 * is silent for too long, until all is said. No line comes twice. An iteration throws
 * - ApiError: the server refuses, and asking again would not help
 * - AbortedError: the signal aborted
 * - what the last of 8 connections in a row failed with that brought nothing
 * - RequestError: the input or an option is wrong
 */
export async function* followLines<Line>(
  core: Core,
  { open, keyOf, mayEnd, restOf }: FollowRules<Line>,
  { signal, quietMs = Number.POSITIVE_INFINITY }: FollowOptions = {},
): AsyncGenerator<Line, void, undefined> {
  const { clock, random } = engineOf(core);
  if (!(quietMs > 0)) throw new RequestError(undefined, "quietMs must be above 0");
  const told = new Set<string>();
  let last: Line | undefined;
  let vain = 0;
  let failures = 0;

  const isNew = (line: Line): boolean => {
    const key = keyOf(line);
    if (told.has(key)) return false;
    told.add(key);
    for (const oldest of told) {
      if (told.size <= MAX_KEYS) break;
      told.delete(oldest);
    }
    last = line;
    vain = failures = 0;
    return true;
  };

  for (;;) {
    const silence = watchSilence(clock, quietMs, signal);
    let isOpen = false;
    let failure: unknown;
    const fail = (error: unknown): void => {
      if (signal?.aborted || !isPassing(error)) throw error;
      failure = error;
    };
    try {
      const lines = await open(last, { signal: silence.signal });
      isOpen = true;
      for await (const line of lines) {
        silence.stop();
        if (isNew(line)) yield line;
        if (mayEnd?.(line)) break;
        silence.start();
      }
    } catch (error) {
      // A silent connection is as good as one that has ended.
      if (!(silence.isOver() && isAbortedError(error))) fail(error);
    } finally {
      silence.end();
    }
    // A stream that breaks off may have been the last one. Who could not even begin one would fail to ask, too.
    const rest = isOpen && restOf ? await restOf(last, { ...(signal && { signal }) }).catch(fail) : undefined;
    if (rest) {
      for (const line of rest) if (isNew(line)) yield line;
      return;
    }
    if (failure && ++failures >= MAX_FAILURES) throw failure;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** vain++);
    const hintMs = isApiError(failure) ? (failure.retryAfterMs ?? 0) : 0;
    await pause(clock, Math.max(hintMs, pauseMs * (0.8 + 0.4 * random())), signal);
  }
}

/** Whether another connection may do better. A line that is no JSON is most often one that was cut. */
function isPassing(error: unknown): boolean {
  if (isAbortedError(error)) return false;
  return isTransportError(error) || isDecodeError(error) || (isApiError(error) && error.retryable);
}

interface Silence {
  /** Aborts with the caller's signal, or when it was silent for too long. */
  readonly signal: AbortSignal;
  /** Whether it was silent for too long. */
  isOver(): boolean;
  /** Begins to count. */
  start(): void;
  /** Counts no more, as while whoever reads the lines is busy. */
  stop(): void;
  /** Releases timer and listener, and what may still be open. */
  end(): void;
}

function watchSilence(clock: Clock, quietMs: number, caller: AbortSignal | undefined): Silence {
  const controller = new AbortController();
  let isOver = false;
  let cancel = (): void => {};
  const abort = (): void => controller.abort(caller?.reason);
  const stop = (): void => {
    cancel();
    cancel = () => {};
  };
  const start = (): void => {
    stop();
    // No timer can hold 25 days; what is longer than 23 is no limit.
    if (quietMs < 2e9)
      cancel = clock.after(quietMs, () => {
        isOver = true;
        controller.abort();
      });
  };
  if (caller?.aborted) abort();
  caller?.addEventListener("abort", abort);
  start();
  return {
    signal: controller.signal,
    isOver: () => isOver,
    start,
    stop,
    end: () => {
      stop();
      caller?.removeEventListener("abort", abort);
      controller.abort();
    },
  };
}

/** Waits; a signal that aborts ends it, and the next call tells so. */
function pause(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      cancel();
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const cancel = clock.after(ms, done, true);
    if (signal?.aborted) done();
    else signal?.addEventListener("abort", done);
  });
}
