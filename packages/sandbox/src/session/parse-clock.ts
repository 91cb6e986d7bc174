import type { ClockMode } from "./clock.ts";

/**
 * How a clock moves, from its short form: `virtual` or `frozen`, `real`, or a speed such as `x60`.
 * @throws {RangeError} The text is none of these.
 */
export function parseClock(text: string): ClockMode {
  if (text === "virtual" || text === "frozen") return { mode: "virtual" };
  if (text === "real") return { mode: "realtime", speed: 1 };
  const speed = Number(/^x(\d+(?:\.\d+)?)$/.exec(text)?.[1]);
  if (speed > 0) return { mode: "realtime", speed };
  throw new RangeError(`${JSON.stringify(text)} is no clock; take virtual, real, or a speed such as x60`);
}
