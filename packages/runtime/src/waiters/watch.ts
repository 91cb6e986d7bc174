import type { Call } from "../call.ts";
import type { CallOptions } from "../call-options.ts";
import { FairleadError } from "../errors/fairlead-error.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { WaiterAbortedError } from "../errors/waiter/waiter-aborted-error.ts";
import { WaiterError, type WaiterErrorFacts } from "../errors/waiter/waiter-error.ts";
import { WaiterFailedError } from "../errors/waiter/waiter-failed-error.ts";
import { WaiterTimeoutError } from "../errors/waiter/waiter-timeout-error.ts";
import type { JobRow } from "../operation-row.ts";
import { readRetryAfter } from "../response/rate-limit-state.ts";
import type { Watch } from "./job.ts";
import type { Verdict } from "./judge-state.ts";
import type { WaitOptions } from "./wait-options.ts";

/** One answer, and its headers, which may say when to ask again. */
export interface Look<State> {
  readonly data: State;
  readonly headers?: Headers;
}

/** Sends something of a wait. */
export type Send<State> = (options: CallOptions) => Promise<Look<State>>;

/** One state, and the next one from when somebody asked for it first. */
interface Step<State> {
  readonly data: State;
  /** Milliseconds that the server asks to wait. */
  readonly hintMs: number | undefined;
  next?: Promise<Step<State>>;
}

/** Whether neither an error nor a cause of it has a text in it that the call must not show. */
function isShowable(call: Call, error: unknown): boolean {
  let text = "";
  // As deep as a ConnectionError looks.
  for (let depth = 0; error && depth < 5; depth++) {
    const { message, cause } = Object(error);
    text += `${message ?? error} ${error instanceof FairleadError ? JSON.stringify(error) : ""} `;
    error = cause;
  }
  return call.scrub(text) === text;
}

/**
 * Watches something until it ends.
 * @param call - The call whose name errors bear. It counts what was sent.
 * @param begin - What comes before the polls. Its answer is poll 0 if `judge` finds a state in it.
 * @param look - Asks once.
 * @param judge - Says what an answer means; `undefined` where that of the beginning tells no state.
 * @param conclude - Makes the result of what was found in the final answer; `undefined` where it is missing.
 */
export function watch<State, Result>(
  call: Call,
  { everyMs, factor, maxMs, timeoutMs }: JobRow["poll"],
  begin: Send<State> | undefined,
  look: Send<State>,
  judge: (data: State, isFirst: boolean) => Verdict | undefined,
  conclude: (found: unknown) => { readonly value: Result } | undefined,
  { signal: caller, maxWaitMs = timeoutMs, onProgress, ...unknown }: WaitOptions<State> = {},
): Watch<State, Result> {
  const { clock, random, auth } = call.engine;
  const endsAt = clock.now() + maxWaitMs;
  const stop = new AbortController();
  const signal = caller ? AbortSignal.any([caller, stop.signal]) : stop.signal;
  const tally: Record<string, number> = {};
  let state: string | undefined;
  let lastState: unknown;
  let sent = 0;
  let polls = 0;
  let failures = 0;
  let pauseMs = everyMs;
  /** Gives the result, or throws; set by the last state. */
  let finish: (() => Result) | undefined;

  const error = (
    type: new (call: Call, text: string, facts: WaiterErrorFacts, last: unknown, options?: ErrorOptions) => WaiterError,
    text: string,
    options?: ErrorOptions,
  ) => {
    const seen = Object.entries(tally).flat().join(" ");
    return new type(
      call,
      `${text} (seen: ${seen})`,
      { state, tally: { ...tally }, attempts: sent },
      lastState,
      options,
    );
  };
  /** Why the wait is over, if it is. */
  const over = () => {
    if (clock.now() >= endsAt) {
      stop.abort(); // for the request that may be under way
      return error(WaiterTimeoutError, `no end within ${maxWaitMs / 1000} s; resume, or set maxWaitMs`);
    }
    return signal.aborted && error(WaiterAbortedError, "not waited for any more", { cause: signal.reason });
  };
  /** The outcome of some work, or a pause without one. It ends within one tick when the wait is over. */
  const within = <T>(ms: number, work?: Promise<T>): Promise<T> => {
    let clear: (() => void) | undefined;
    return new Promise<T>((resolve, reject) => {
      const wake = () => {
        const reason = over();
        reason ? reject(reason) : resolve(undefined as T);
      };
      // No timer holds more than 24 days.
      const cancel = clock.after(Math.min(ms, endsAt - clock.now(), 2e9), wake, true);
      clear = () => {
        cancel();
        signal.removeEventListener("abort", wake);
      };
      signal.addEventListener("abort", wake);
      if (signal.aborted) wake();
      work?.then(resolve, reject);
    }).finally(clear);
  };
  const pause = (hintMs: number | undefined) => {
    // A fifth up and down, so that jobs that were started together are not polled together.
    const ms = hintMs ?? Math.min(maxMs, pauseMs * (0.8 + 0.4 * random()));
    pauseMs = Math.min(maxMs, pauseMs * factor);
    return within(ms);
  };
  const ask = async (send: Send<State>, priority: 1 | 2) => {
    const reason = over();
    if (reason) throw reason;
    sent++;
    // One, however many polls: those are no repetitions of a request.
    call.attempts = 1;
    try {
      return await within(2e9, send({ signal, priority }));
    } catch (thrown) {
      throw over() || thrown;
    }
  };

  const first = async () => {
    for (const name in unknown) throw new RequestError(call, `unknown option ${name}`);
    if (!(maxWaitMs > 0)) throw new RequestError(call, "maxWaitMs must be above 0");
    const answer = begin && (await ask(begin, 1));
    const verdict = answer && judge(answer.data, true);
    return verdict ? arrive(answer, verdict) : poll();
  };
  const poll = async () => {
    for (;;) {
      let thrown: unknown;
      // Behind the calls that somebody waits for.
      const answer = await ask(look, 2).catch((reason) => {
        thrown = reason;
      });
      polls++;
      if (answer) {
        failures = 0;
        return arrive(answer, judge(answer.data, false) as Verdict);
      }
      if (thrown instanceof WaiterError || thrown instanceof RequestError) throw thrown;
      const { status, retryAfterMs, message } = Object(thrown);
      // These no later poll would change, and for a day nobody waits who was not told. Of others three, because a
      // server that restarts is back by then.
      const isOver = /^(40[0134]|410|422)$/.test(status) || (status && retryAfterMs > 120_000);
      // The poll is a call of its own, which does not know the secrets of the start.
      const cause = isShowable(call, thrown) ? thrown : undefined;
      if (isOver || ++failures > 3) throw error(WaiterError, `poll ${polls} failed, ${message}`, { cause });
      await pause(retryAfterMs);
    }
  };
  const arrive = async ({ data, headers }: Look<State>, { name, isForeign, end, message, result }: Verdict) => {
    lastState = data;
    state = isForeign ? await textOf(name) : name;
    tally[state] = (tally[state] ?? 0) + 1;
    if (onProgress) {
      const { elapsedMs } = call.facts();
      await within(2e9, Promise.resolve(onProgress(data, { polls, elapsedMs })));
    }
    if (end) {
      let failure: WaiterError | undefined;
      if (end === "failure") failure = error(WaiterFailedError, `failed, ${await textOf(message)}`);
      finish = () => {
        const made = failure ? undefined : conclude(result);
        if (made) return made.value;
        throw failure ?? error(WaiterError, "ended well, but its answer lacks the result");
      };
    }
    return { data, hintMs: headers && readRetryAfter(headers, clock.now()) } as Step<State>;
  };
  /** The server's own words, short and fit to be shown. The credentials in them are those of other calls. */
  const textOf = async (message: unknown) => {
    try {
      const headers = await within(2e9, (async () => auth({ ...call.names, signal }))());
      for (const header of Object.values(headers)) call.keepSecret(header);
    } catch {
      return "with words that may hold a secret";
    }
    return call
      .scrub(`${message ?? "without a word"}`)
      .replace(/[\s\p{Cc}]+/gu, " ")
      .slice(0, 200);
  };

  let newest: Promise<Step<State>> = first();
  newest.catch(() => {}); // told to whoever waits
  const job: Watch<State, Result> = {
    async *[Symbol.asyncIterator]() {
      for (let step = await newest; ; step = await step.next) {
        yield step.data;
        if (finish && !step.next) {
          finish();
          return;
        }
        step.next ??= newest = pause(step.hintMs).then(poll);
      }
    },
    async done() {
      for await (const _ of job);
      return (finish as () => Result)();
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
    },
  };
  return job;
}
