import type { Call } from "../call.ts";
import type { Clock } from "../clock.ts";
import type { Deadline } from "../deadline.ts";
import type { RateClassRow } from "../operation-row.ts";
import type { RateLimitState } from "../result.ts";

/** What a store gives: at once where it is in this process, else soon. */
export type Soon<T> = T | Promise<T>;

/** Counts the turns of rate classes in their windows. It neither waits nor knows of queues: that is the limiter's part. */
export interface RateLimitStore {
  /**
   * Takes one turn of the current window.
   * @param key - Whose turn: a class of an account on a server. It never holds a credential.
   * @param rate - The class as the document declares it.
   * @param isForced - Count the turn even where none is left.
   * @returns 0 with the turn; else when to ask again, in milliseconds since the epoch, or {@link UNKNOWN} where only the
   * answer to a request under way can tell.
   */
  take(key: string, rate: RateClassRow, isForced: boolean): Soon<number>;
  /**
   * Ends a turn: its request is no longer in flight.
   * @param seen - What the answer's headers say of the window; `undefined` where they say nothing.
   */
  align(key: string, seen: RateLimitState | undefined): Soon<void>;
  /**
   * Gives no turn for a while, because the server refused a request.
   * @param waitMs - How long, in milliseconds; without it, to the end of the window.
   */
  pause(key: string, waitMs: number | undefined): Soon<void>;
}

/** A time that nobody knows yet, in milliseconds since the epoch; any later one means the same. */
export const UNKNOWN = 1e15;

/** The turns of one key, as a limiter uses them. Nothing in it waits, throws or rejects. */
export interface Turns {
  /** {@link RateLimitStore.take} */
  take(isForced: boolean): number;
  /** {@link RateLimitStore.align} */
  align(seen: RateLimitState | undefined): void;
  /** {@link RateLimitStore.pause} */
  pause(waitMs: number | undefined): void;
  /** How many milliseconds after the first of the waiting calls another one has its turn, when so many are before it. */
  after(before: number): number;
}

/** Where a limiter has its turns from, if not from a memory of its own. */
export interface TurnSource {
  /**
   * The part of each key that tells one server and account from another.
   * @throws {AuthError} The provider of credentials failed.
   */
  scope(call: Call, deadline: Deadline): Promise<string>;
  /**
   * The turns of a class.
   * @param wake - Asks for a turn again, when there may be one sooner than `take` said.
   */
  open(rate: RateClassRow, clock: Clock, key: string, wake: () => void): Turns;
}
