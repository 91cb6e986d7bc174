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

/** The longest that a timer can wait, in milliseconds; a longer one would fire at once. */
const longestTimer = 2 ** 31 - 1;

/** Someone who waits for a time. */
interface Waiting {
  readonly at: number;
  readonly listener: () => void;
}

/** A clock that never goes back: it stands until it is advanced, or runs with real time at a speed. */
export class SessionClock implements Clock, Forkable<ClockState> {
  /** What it showed when real time was `#since`. */
  #at: number;
  #since: number;
  #mode: ClockMode;
  readonly #real: () => number;
  readonly #wake: typeof wakeAfter;
  readonly #listeners = new Set<{ readonly listener: () => void }>();
  readonly #waiting = new Set<Waiting>();
  #stopTimer: () => void = () => undefined;

  /**
   * @param real - Real time in milliseconds from any beginning, which never goes back. @default performance.now
   * @param wake - Calls back after so many milliseconds of real time. @default a timer that lets the process end
   */
  constructor(
    { at, mode }: ClockState,
    real: () => number = () => performance.now(),
    wake: typeof wakeAfter = wakeAfter,
  ) {
    this.#real = real;
    this.#wake = wake;
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
    this.#moved();
  }

  /** @throws {RangeError} The speed is not above 0. */
  setMode(mode: ClockMode): void {
    checkMode(mode);
    this.#restart(this.now());
    this.#mode = mode;
    this.#moved();
  }

  onMove(listener: () => void): () => void {
    const entry = { listener };
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  onReach(at: number, listener: () => void): () => void {
    const entry: Waiting = { at, listener };
    this.#waiting.add(entry);
    this.#callReached();
    return () => {
      if (this.#waiting.delete(entry)) this.#setTimer();
    };
  }

  save(): ClockState {
    return { at: this.now(), mode: this.#mode };
  }

  load({ at, mode }: ClockState): void {
    this.#mode = mode;
    this.#restart(at);
    this.#moved();
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

  #moved(): void {
    for (const entry of [...this.#listeners]) if (this.#listeners.has(entry)) entry.listener();
    this.#callReached();
  }

  /** Calls those whose time has come, the earliest first. */
  #callReached(): void {
    const now = this.now();
    const reached = [...this.#waiting].filter(({ at }) => at <= now).sort((one, other) => one.at - other.at);
    for (const entry of reached) if (this.#waiting.delete(entry)) entry.listener();
    this.#setTimer();
  }

  /** A clock that stands wakes nobody by itself, nor does one that nobody waits for. */
  #setTimer(): void {
    this.#stopTimer();
    this.#stopTimer = () => undefined;
    if (this.#mode.mode === "virtual" || this.#waiting.size === 0) return;
    let next = Number.POSITIVE_INFINITY;
    for (const { at } of this.#waiting) next = Math.min(next, at);
    if (next > lastTime) return;
    const delayMs = Math.max(1, Math.ceil((next - this.now()) / this.#mode.speed));
    this.#stopTimer = this.#wake(Math.min(delayMs, longestTimer), () => this.#callReached());
  }
}

/** Calls back after so many milliseconds of real time, unless stopped. The timer does not keep the process alive. */
function wakeAfter(delayMs: number, listener: () => void): () => void {
  const timer: unknown = setTimeout(listener, delayMs);
  if (typeof timer === "object" && timer !== null && "unref" in timer) (timer as { unref(): void }).unref();
  return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
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
