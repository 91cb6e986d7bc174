import { type Clock, systemClock } from "../clock.ts";
import { openWindow } from "./open-window.ts";
import type { RateLimitStore, Turns } from "./store.ts";

/** A store in the memory of this process, for several clients in it: `sharedStore(memoryStore())` is what each gets. */
export function memoryStore(clock: Clock = systemClock): RateLimitStore {
  const windows = new Map<string, Turns>();
  return {
    take(key, rate, isForced) {
      const window = windows.get(key) ?? openWindow(rate, clock);
      windows.set(key, window);
      return window.take(isForced);
    },
    align: (key, seen) => windows.get(key)?.align(seen),
    pause: (key, waitMs) => windows.get(key)?.pause(waitMs),
  };
}
