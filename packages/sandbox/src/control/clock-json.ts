import type { Clock, ClockMode } from "../session/clock.ts";

/** A clock as answers of the control plane show it. */
export function clockJson(clock: Clock): unknown {
  const now = clock.now();
  return { ...clock.mode, now: new Date(now).toISOString(), nowMs: now };
}

/** How a clock moves, as sessions have it. @param speed - Above 0; only for `realtime`. @default 1 */
export function toClockMode(mode: ClockMode["mode"], speed: number | undefined): ClockMode {
  return mode === "virtual" ? { mode } : { mode, speed: speed ?? 1 };
}
