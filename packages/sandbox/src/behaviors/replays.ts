import { Map as ImmutableMap } from "immutable";
import type { Answer } from "../engine/answer.ts";
import type { Forkable } from "../session/forkable.ts";
import { freeze } from "../store/freeze.ts";
import type { IdempotencyTable } from "../tables/tables.ts";
import { digest } from "./digest.ts";
import { isEntryList } from "./entry-list.ts";

interface Kept {
  /** Hash of the request. */
  readonly request: string;
  readonly answer: Answer;
  /** Milliseconds since 1970-01-01 UTC on the session clock; from then on the key is new again. */
  readonly until: number;
}

/** First answers by the hash of operation, caller and key. */
export type ReplayState = ImmutableMap<string, Kept>;

/** From this many answers on, those out of date are looked for and dropped. */
const sweepAt = 1000;

/** The answers to requests that carried an idempotency key, for as long as the keys live. */
export class Replays implements Forkable<ReplayState> {
  #kept: ReplayState = ImmutableMap();
  #sweepAt = sweepAt;

  /**
   * The answer to a repeated request: the first one, with the declared status.
   * @param actor - Who sends it, such as the token; only its hash is kept.
   * @param fingerprint - The request, apart from its key; only its hash is kept.
   * @param now - Milliseconds since 1970-01-01 UTC on the session clock.
   * @returns `"other"` where the key stands for another request; undefined where it is new or too old.
   */
  find(
    table: IdempotencyTable,
    operationId: string,
    actor: string,
    key: string,
    fingerprint: string,
    now: number,
  ): Answer | "other" | undefined {
    const kept = this.#kept.get(digest(operationId, actor, key));
    if (kept === undefined || now >= kept.until) return undefined;
    return kept.request === digest(fingerprint) ? { ...kept.answer, status: table.replayStatus } : "other";
  }

  /** Keeps the first answer; the parameters are those of `find`. */
  keep(
    table: IdempotencyTable,
    operationId: string,
    actor: string,
    key: string,
    fingerprint: string,
    now: number,
    answer: Answer,
  ): void {
    const kept = { request: digest(fingerprint), answer: freeze({ ...answer }), until: now + table.ttlMs };
    this.#kept = this.#kept.set(digest(operationId, actor, key), kept);
    if (this.#kept.size < this.#sweepAt) return;
    this.#kept = this.#kept.filter(({ until }) => until > now);
    this.#sweepAt = Math.max(sweepAt, this.#kept.size * 2);
  }

  save(): ReplayState {
    return this.#kept;
  }

  load(saved: ReplayState): void {
    this.#kept = saved;
  }

  /** Answers with files are left out: their bytes are no JSON, and to repeat such a request costs nothing. */
  toJSON(saved: ReplayState): unknown {
    return [...saved].filter(([, { answer }]) => answer.file === undefined);
  }

  fromJSON(json: unknown): ReplayState {
    if (isEntryList<Kept>(json, ["request", "answer", "until"])) return ImmutableMap(json);
    throw new TypeError("The replays of a snapshot are malformed");
  }
}
