import type { Clock, ClockMode } from "./clock.ts";
import { durationMs } from "./duration-ms.ts";
import type { Forkable } from "./forkable.ts";

/** A clock at one point. */
export interface ClockState {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly mode: ClockMode;
}

/** The last time that a `Date` can tell, in milliseconds since 1970-01-01 UTC. */
const lastTime = 8.64e15;

/** A clock that never goes back: it stands until it is advanced, or runs with real time at a speed. */
export class SessionClock implements Clock, Forkable<ClockState> {
  /** What it showed when real time was `#since`. */
  #at: number;
  #since: number;
  #mode: ClockMode;
  readonly #real: () => number;

  /** @param real - Real time in milliseconds from any beginning, which never goes back. @default performance.now */
  constructor({ at, mode }: ClockState, real: () => number = () => performance.now()) {
    this.#real = real;
    this.#at = checkTime(at);
    this.#mode = checkMode(mode);
    this.#since = real();
  }

  get mode(): ClockMode {
    return this.#mode;
  }

  now(): number {
    if (this.#mode.mode === "virtual") return this.#at;
    return Math.min(lastTime, Math.floor(this.#at + (this.#real() - this.#since) * this.#mode.speed));
  }

  /** @throws {RangeError} It is no duration, or would go back or past what a `Date` can tell. */
  advance(by: number | string): void {
    const ms = typeof by === "string" ? durationMs(by) : by;
    if (!(ms >= 0)) throw new RangeError(`A clock can't be advanced by ${ms} ms; it never goes back`);
    this.#restart(checkTime(this.now() + ms));
  }

  /** @throws {RangeError} The speed is not above 0. */
  setMode(mode: ClockMode): void {
    checkMode(mode);
    this.#restart(this.now());
    this.#mode = mode;
  }

  save(): ClockState {
    return { at: this.now(), mode: this.#mode };
  }

  load({ at, mode }: ClockState): void {
    this.#mode = mode;
    this.#restart(at);
  }

  toJSON({ at, mode }: ClockState): unknown {
    return { at, mode };
  }

  fromJSON(json: unknown): ClockState {
    const { at, mode } = (json ?? {}) as Partial<ClockState>;
    if (typeof at !== "number" || typeof mode !== "object") throw new TypeError("The clock of a snapshot is malformed");
    try {
      return { at: checkTime(at), mode: checkMode(mode) };
    } catch (cause) {
      throw new TypeError("The clock of a snapshot is malformed", { cause });
    }
  }

  #restart(at: number): void {
    this.#at = at;
    this.#since = this.#real();
  }
}

function checkTime(at: number): number {
  if (Number.isFinite(at) && Math.abs(at) <= lastTime) return Math.floor(at);
  throw new RangeError(`${at} is no time; give milliseconds since 1970-01-01 UTC`);
}

function checkMode(mode: ClockMode): ClockMode {
  if (mode.mode === "virtual") return { mode: "virtual" };
  const { speed } = mode;
  if (mode.mode === "realtime" && Number.isFinite(speed) && speed > 0) return { mode: "realtime", speed };
  throw new RangeError(`A clock is virtual, or realtime with a speed above 0; not ${JSON.stringify(mode)}`);
}
