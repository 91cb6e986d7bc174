import type { JobBook } from "../behaviors/job-book.ts";
import type { Quotas } from "../behaviors/quotas.ts";
import type { Replays } from "../behaviors/replays.ts";
import type { FileBook } from "../files/file-book.ts";
import type { Journal } from "../journal/journal.ts";
import type { Store } from "../store/store.ts";
import type { Courier } from "../webhooks/courier.ts";
import type { JobWatch } from "../webhooks/job-watch.ts";
import type { Clock, ClockMode } from "./clock.ts";
import type { Random } from "./random.ts";

/** A world of its own: entities, clock, random values, quotas, jobs, files and journal. */
export interface Session {
  readonly id: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborts when it is removed or the sandbox closes: streams of its answers end then. */
  readonly ended: AbortSignal;
  /** When it was made, in real time: milliseconds since 1970-01-01 UTC. */
  readonly createdAt: number;
  /** The state of one API. @throws {RangeError} The sandbox has no such API. */
  api(name: string): ApiState;
  /** What it holds now; taken at once, whatever its size. */
  snapshot(): Snapshot;
  /**
   * Goes back to a snapshot of any session of this sandbox, quotas, jobs, clock and random seed included. The journal
   * begins anew.
   * @throws {TypeError} It is no such snapshot.
   */
  restore(snapshot: Snapshot): void;
  /**
   * Goes back to how it began: entities, clock, quotas, jobs, files; the journal is emptied. A session that began with
   * real time begins with that of now.
   */
  reset(): void;
  /** Ends the streams of its answers; further ones end at once. */
  end(): void;
}

/** The state of one API in one session. */
export interface ApiState {
  readonly store: Store;
  readonly quotas: Quotas;
  readonly replays: Replays;
  readonly jobs: JobBook;
  readonly files: FileBook;
  readonly journal: Journal;
  /** Tells those who asked to be told what became of entities. */
  readonly courier: Courier;
  /** Moves jobs on when their time comes; absent where nobody can ask to be told. */
  readonly watch: JobWatch | undefined;
}

/** A frozen copy of a session. `toJSON` gives plain data that `Sessions.parse` reads again. */
export interface Snapshot {
  toJSON(): unknown;
}

/** How a new session differs from what it is forked from. */
export interface ForkOptions {
  /** Letters, digits, `-` and `_`, up to 64; made up when absent. */
  readonly id?: string;
  /** Seed of the random values. @default that of the session forked */
  readonly seed?: number;
  /** @default the mode of the session forked, at its time */
  readonly clock?: ClockMode;
}

/** The sessions of a sandbox. */
export interface Sessions {
  /** The one that requests without a session id get. It can't be removed. */
  readonly default: Session;
  get(id: string): Session | undefined;
  list(): readonly Session[];
  /**
   * A session that begins as this one stands now (`of`, by default the seed) and shares nothing afterwards.
   * @throws {SandboxLimitError} There are as many sessions as the limit allows.
   * @throws {RangeError} The id is taken or malformed.
   */
  fork(options?: ForkOptions & { readonly of?: Session }): Session;
  /** @throws {RangeError} There is none of that id, or it is the default one. */
  remove(id: string): void;
  /** Reads what `Snapshot.toJSON` gave. @throws {TypeError} It is not that. */
  parse(json: unknown): Snapshot;
}
