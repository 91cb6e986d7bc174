import type { Clock } from "../clock.ts";
import { RateLimitQueueError } from "../errors/rate-limit-queue-error.ts";
import { readRefusal } from "../retry/read-refusal.ts";
import type { Limiter, Slot } from "./limiter.ts";
import { openWindow } from "./open-window.ts";
import type { RateLimitOptions } from "./rate-limit-options.ts";
import { type Turns, UNKNOWN } from "./store.ts";

/** The calls that share turns: those of one rate class and account, or all that have no class. */
interface Lane {
  readonly turns: Turns | undefined;
  /** When to ask for a turn again, in milliseconds since the epoch: in the past where one may be free. */
  opensAt: number;
}

/** A call that waits. */
interface Waiter {
  readonly lane: Lane;
  /** Its priority, less a half for a retry, which goes before the others of its priority. */
  readonly rank: number;
  /** When it waits no longer, in milliseconds since the epoch. */
  readonly latest: number;
  /** Sends it. */
  grant(): void;
  /**
   * Gives up.
   * @param retryAfterMs - Milliseconds that it would have to wait, where that is known.
   */
  refuse(retryAfterMs: number | undefined): void;
}

/**
 * Makes a limiter: it counts turns in windows that follow the server's headers, and lets calls wait for theirs in order.
 * All calls of a client are in one queue, so that no class starves while `concurrency` is what they wait for.
 * @param options - Mode and limits. `concurrency` is what other clients of public APIs keep to. No declared class can
 * serve `maxQueue` calls in `maxWaitMs`, so more of them are a fault of the caller; and `maxWaitMs` is two windows of a
 * minute, and the longest wait that a server can ask of a retry.
 * @param time - Where time comes from, and numbers from 0 to below 1 for the jitter of waits.
 */
export function createLimiter(
  { mode = "pace", concurrency: free = 10, maxQueue = 1000, maxWaitMs: usualMs = 120_000, store }: RateLimitOptions,
  { clock, random }: { readonly clock: Clock; readonly random: () => number },
): Limiter {
  const isForced = mode !== "pace";
  const lanes: Record<string, Lane> = {};
  let queue: Waiter[] = [];
  let cancelWake: (() => void) | undefined;

  /** Gives out the turns that there are, and refuses the calls that would wait too long. */
  const pump = () => {
    const now = clock.now();
    const waiting = new Map<Lane, number>();
    // Once a minute in any case, because no timer can hold 2 ** 31 milliseconds.
    let wakeAt = now + 60_000;
    cancelWake?.();
    queue = queue.filter(({ lane, latest, grant, refuse }) => {
      if (lane.opensAt <= now && (isForced || free > 0)) {
        const opensAt = lane.turns?.take(isForced);
        if (!opensAt) {
          free--;
          return grant();
        }
        // All clients wake at the same reset. Half a second spreads them, and is less than 1 % of the usual minute.
        lane.opensAt = opensAt + random() * 500;
      }
      const before = waiting.get(lane) ?? 0;
      const startsAt = lane.opensAt + (lane.turns?.after(before) as number);
      const isForeseen = startsAt > latest && startsAt < UNKNOWN;
      if (before >= maxQueue || latest <= now || isForeseen) {
        return refuse(isForeseen ? startsAt - now : undefined);
      }
      waiting.set(lane, before + 1);
      wakeAt = Math.min(wakeAt, latest, lane.opensAt > now ? lane.opensAt : latest);
      return true;
    });
    cancelWake = queue[0] && clock.after(wakeAt - now, pump, true);
  };

  return {
    enter(call, deadline, priority, maxWaitMs = usualMs) {
      const { signal, endsAt } = deadline;
      const since = clock.now();
      const row = mode === "off" ? undefined : call.target.rateLimit;
      const wait = (scope: string) =>
        new Promise<Slot>((resolve, reject) => {
          const key = `${scope}|${row?.name}`;
          const wake = () => {
            lane.opensAt = 0;
            if (queue[0]) pump();
          };
          lanes[key] ??= { turns: row && (store?.open ?? openWindow)(row, clock, key, wake), opensAt: 0 };
          const lane = lanes[key];
          const leave: Slot["leave"] = (response, seen) => {
            free++;
            lane.turns?.align(seen);
            const refusal = !response || response.ok ? undefined : readRefusal(call, response);
            if (refusal?.isLimited) lane.turns?.pause(refusal.hintMs);
            // It may have made room.
            wake();
          };
          const waiter: Waiter = {
            lane,
            rank: priority - (call.attempts ? 0.5 : 0),
            latest: Math.min(since + maxWaitMs, endsAt),
            grant: () => resolve({ queuedMs: clock.now() - since, leave }),
            refuse: (retryAfterMs) =>
              reject(
                new RateLimitQueueError(call, "no turn in time; raise maxWaitMs", {
                  rateClass: row?.name,
                  retryAfterMs,
                  retryable: true,
                }),
              ),
          };
          const abort = () => {
            reject(signal.reason);
            queue = queue.filter((other) => other !== waiter);
            pump();
          };
          queue = [...queue, waiter].sort((a, b) => a.rank - b.rank);
          pump();
          if (signal.aborted) abort();
          // Most calls have their turn by now.
          if (queue[0]) signal.addEventListener("abort", abort);
        });
      return row && store ? store.scope(call, deadline).then(wait) : wait("");
    },
  };
}
