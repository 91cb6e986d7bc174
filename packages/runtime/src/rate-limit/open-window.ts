import type { Clock } from "../clock.ts";
import type { RateClassRow } from "../operation-row.ts";
import { type Turns, UNKNOWN } from "./store.ts";

/**
 * Counts the turns of one rate class in memory.
 *
 * Whatever order answers come in, a request that is answered was counted at the highest count seen or before. So that
 * count and the requests in flight are never less than what the server has counted, and no more once all is answered.
 * @param rate - The declared class; what the headers tell goes first.
 */
export function openWindow({ quota: limit, windowMs }: RateClassRow, clock: Clock): Turns {
  // A guess, until a header is seen.
  let endsAt = clock.now() + windowMs;
  let isCold = true;
  let counted = 0;
  let inFlight = 0;
  let pausedUntil = 0;
  // The header has whole seconds, and clocks differ by a part of one. A longer guard would be paid in each window.
  const guardMs = 250;
  return {
    take(isForced) {
      const now = clock.now();
      if (now >= endsAt + guardMs) {
        endsAt += Math.floor((now - endsAt) / windowMs + 1) * windowMs;
        counted = 0;
      }
      const opensAt =
        pausedUntil > now
          ? pausedUntil
          : // Others may have used any part of a window that is not known: 8 bounds what is refused to one burst.
            isCold && inFlight >= Math.min(8, limit)
            ? UNKNOWN
            : counted + inFlight >= limit
              ? endsAt + guardMs
              : 0;
      if (opensAt && !isForced) return opensAt;
      inFlight++;
      return 0;
    },
    align(seen) {
      const { remaining, resetAt } = seen ?? {};
      const seenEndsAt = remaining === undefined ? 0 : (resetAt?.getTime() ?? endsAt);
      inFlight--;
      limit = seen?.limit ?? limit;
      if (seenEndsAt > (isCold ? clock.now() : endsAt)) {
        endsAt = seenEndsAt;
        counted = 0;
        isCold = false;
      }
      // Where nothing tells whether the server has counted it here, it may have: its clock, too, may be behind ours.
      counted = seenEndsAt === endsAt ? Math.max(counted, limit - (remaining as number)) : counted + 1;
    },
    pause(waitMs) {
      // No wait at all is what a window says that is over by our clock, and not by the server's.
      pausedUntil = (waitMs ? clock.now() + waitMs : endsAt) + guardMs;
    },
    after: (before) => Math.floor(before / limit) * windowMs,
  };
}
