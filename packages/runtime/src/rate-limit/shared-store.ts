import type { Call } from "../call.ts";
import type { Clock } from "../clock.ts";
import type { Deadline } from "../deadline.ts";
import type { RateClassRow } from "../operation-row.ts";
import { credentials } from "../transport/credentials.ts";
import { credentialKey } from "./credential-key.ts";
import { openWindow } from "./open-window.ts";
import { type RateLimitStore, type Soon, type TurnSource, type Turns, UNKNOWN } from "./store.ts";

/** How long a client waits for the store, in milliseconds. A store answers in about a tenth of one; after 50 it is down. */
const PATIENCE_MS = 50;

/** How often, in milliseconds, a turn is asked for that only an answer to another client can free: about once a round trip. */
const POLL_MS = 100;

/**
 * Counts the turns of a client together with those of other clients, for the option `rateLimit.store`. Keys are
 * `api|origin|account|class`, where the account is a hash: clients with other credentials have turns of their own, and
 * the store never sees a credential. For the hash the provider of credentials is asked before the call waits for its
 * turn, and again when it is sent.
 *
 * While the store is slow or fails, the client goes on by what it has seen itself.
 * @param store - The store that the clients share, such as one `memoryStore()` for several clients of one process.
 * @param api - The name of the API, where a store holds those of several.
 */
export function sharedStore(store: RateLimitStore, api = ""): TurnSource {
  // The hash of credentials that do not change is computed once.
  let last: { readonly text: string; readonly key: Promise<string> } | undefined;
  return {
    async scope(call: Call, deadline: Deadline) {
      const headers = await credentials(call, deadline);
      const text = JSON.stringify(headers);
      if (last?.text !== text) last = { text, key: credentialKey(headers) };
      return `${api}|${call.engine.origin}|${await last.key}`;
    },
    open: (rate, clock, key, wake) => openShared(store, rate, clock, key, wake),
  };
}

/** The turns of one key in a store that may be slow: it is asked ahead, and the limiter is woken when it has answered. */
function openShared(store: RateLimitStore, rate: RateClassRow, clock: Clock, key: string, wake: () => void): Turns {
  // Sees all that this client does, to go on where the store fails.
  const own = openWindow(rate, clock);
  /** What was said last: 0 is a turn in hand. */
  let said: number | undefined;
  let isAsking = false;
  const giveBack = () => attempt(() => store.align(key, undefined));

  const ask = async () => {
    isAsking = true;
    const answer = attempt(() => store.take(key, rate, false));
    const opensAt = await within(clock, answer, PATIENCE_MS);
    // A turn that comes too late is nobody's.
    if (opensAt === undefined) answer.then((late) => (late === 0 ? giveBack() : undefined));
    const result = opensAt || own.take(opensAt === 0);
    if (result >= UNKNOWN) await within(clock, new Promise(() => {}), POLL_MS);
    said = result;
    isAsking = false;
    wake();
    // The call that wanted it has ended.
    if (said === 0) {
      said = undefined;
      own.align(undefined);
      giveBack();
    }
  };

  return {
    take(isForced) {
      if (isForced) {
        attempt(() => store.take(key, rate, true));
        return own.take(true);
      }
      const answer = said;
      said = undefined;
      if (answer !== undefined && answer < UNKNOWN) return answer;
      if (!isAsking) ask();
      return UNKNOWN;
    },
    align(seen) {
      own.align(seen);
      attempt(() => store.align(key, seen));
    },
    pause(waitMs) {
      own.pause(waitMs);
      attempt(() => store.pause(key, waitMs));
    },
    after: own.after,
  };
}

/** What some work gives; `undefined` where it fails. */
async function attempt<T>(work: () => Soon<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

/** What some work gives, or `undefined` after some milliseconds. */
function within<T>(clock: Clock, work: Promise<T>, limitMs: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const cancel = clock.after(limitMs, () => resolve(undefined));
    work.then((value) => {
      cancel();
      resolve(value);
    });
  });
}
