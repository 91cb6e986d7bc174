import type { Clock } from "../clock.ts";

/**
 * Tells a listener how far something is: at most every 100 ms, which is as often as an eye follows, and the last time
 * whenever it is. What the listener throws is ignored: who shows a bar must not break what it shows.
 */
export function progressMeter<P>(
  clock: Pick<Clock, "now">,
  listener: (progress: P) => unknown,
): (progress: P, isLast?: boolean) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (progress, isLast) => {
    const now = clock.now();
    // A clock that was set back must not silence it.
    if (!isLast && Math.abs(now - toldAt) < 100) return;
    toldAt = now;
    const tell = async () => listener(progress);
    tell().catch(() => {});
  };
}
