import type { ClockMode } from "../session/clock.ts";
import { durationMs } from "../session/duration-ms.ts";
import { clockJson, toClockMode } from "./clock-json.ts";
import type { ControlAnswer } from "./control-answer.ts";
import { wrongBody } from "./control-problem.ts";
import { sessionOf } from "./find-session.ts";
import type { ControlCall } from "./read-control-call.ts";

/** The last time that has a four-digit year, as RFC 3339 wants it: milliseconds since 1970-01-01 UTC. */
const LAST_MS = Date.UTC(10_000, 0, 1) - 1;
const CENTURY_MS = 100 * 365 * 86_400_000;

/** `getClock`: the session's clock. */
export function getClock(call: ControlCall): ControlAnswer {
  return { status: 200, json: clockJson(sessionOf(call).clock) };
}

/** `updateClock`: the clock moves otherwise, shows a later time, or both. @throws {ControlProblem} 422, it would go back. */
export function updateClock(call: ControlCall): ControlAnswer {
  const { clock } = sessionOf(call);
  const { id } = call.operation;
  const { mode, speed, now } = call.body as { mode?: ClockMode["mode"]; speed?: number; now?: string };
  if (mode === "virtual" && speed !== undefined)
    throw wrongBody(id, "/speed", "only a clock in the mode realtime has a speed");
  const target = now === undefined ? undefined : Date.parse(now);
  if (Number.isNaN(target) || (target !== undefined && target > LAST_MS))
    throw wrongBody(id, "/now", "is a time that no clock of a session can show");
  if (target !== undefined && target < clock.now()) {
    const shown = new Date(clock.now()).toISOString();
    throw wrongBody(
      id,
      "/now",
      `a clock never goes back, and it is ${shown} already; reset the session to begin again`,
    );
  }
  // A clock that is to stand is stopped first, or it would run past the time that is asked for.
  if (mode === "virtual") clock.setMode(toClockMode(mode, undefined));
  if (target !== undefined) clock.advance(Math.max(0, target - clock.now()));
  if (mode === "realtime") clock.setMode(toClockMode(mode, speed));
  return { status: 200, json: clockJson(clock) };
}

/** `advanceClock`: the clock shows a later time. @throws {ControlProblem} 422, that is too far. */
export function advanceClock(call: ControlCall): ControlAnswer {
  const { clock } = sessionOf(call);
  const { by } = call.body as { by: number | string };
  const ms = typeof by === "string" ? durationMs(by) : by;
  if (ms > CENTURY_MS || clock.now() + ms > LAST_MS)
    throw wrongBody(call.operation.id, "/by", "is too far; advance by 100 years at most, and not past the year 9999");
  clock.advance(ms);
  return { status: 200, json: clockJson(clock) };
}
