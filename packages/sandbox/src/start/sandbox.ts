import type { JobChoice, JobPlan } from "../behaviors/job-book.ts";
import type { JournalEntry, JournalFilter } from "../journal/journal.ts";
import type { Clock, ClockMode } from "../session/clock.ts";
import type { Sessions, Snapshot } from "../session/session.ts";
import type { Store } from "../store/store.ts";
import type { Delivery, DeliveryFilter } from "../webhooks/delivery.ts";
import type { Apis } from "./sandbox-options.ts";

/** One API in one session: everything that a client of it needs. */
export interface ApiHandle {
  /**
   * Its base URL, without a slash at its end; the document's paths follow it as they are. For a session other than the
   * default one it ends with the session's prefix, `/__s/<id>`.
   */
  readonly url: string;
  /**
   * Answers requests to {@link url} without a socket, whether or not there is one, and download and upload addresses too.
   * @throws {TypeError} The address is not one of this API and session.
   */
  readonly fetch: typeof fetch;
  /**
   * A token that the API accepts: of the listed ones the first, or the first of a role; where none are listed, a made-up
   * one that may do everything.
   * @throws {RangeError} No listed token has the role; or none are listed, and the role may not do everything.
   */
  token(role?: string): string;
  /** Its entities, to look at or to add to, past all checks of requests. */
  readonly store: Store;
}

/** A session as tests see it: a world of its own in which all APIs share one clock. */
export interface SandboxSession<Served extends Apis = Apis> extends AsyncDisposable {
  /** What `X-Sandbox-Session` names; `default` for the one that needs no name. */
  readonly id: string;
  readonly api: { readonly [Name in keyof Served]: ApiHandle };
  readonly clock: Clock;
  readonly jobs: {
    /**
     * Decides how a job ends: the next one that an operation starts, or one that runs. Without it jobs end well.
     * @throws {RangeError} The operation starts no job, the job is not running, or it can't come to that end.
     */
    plan(plan: JobChoice & JobPlan & { readonly api?: keyof Served & string }): void;
  };
  /** What was asked and answered since the session began or was reset, oldest first; secrets are masked. */
  readonly journal: {
    list(filter?: JournalFilter & { readonly api?: keyof Served & string }): readonly JournalEntry[];
    /** How often an operation was called, for example. */
    count(filter?: JournalFilter & { readonly api?: keyof Served & string }): number;
  };
  /** What receivers of webhooks were told since the session began or was reset. A fork begins with none. */
  readonly webhooks: {
    /** The deliveries that are meant, by the time of their event; keys of signatures are not in them. */
    list(filter?: DeliveryFilter & { readonly api?: keyof Served & string }): readonly Delivery[];
    /**
     * Sends a delivery once more, with the same body, to the address that its receiver has now.
     * @throws {RangeError} There is no delivery of that id.
     */
    replay(id: string): Delivery;
    /**
     * Resolves when no attempt is under way. Attempts that wait for a later time of the session's clock are not waited
     * for: advance the clock first.
     */
    settled(): Promise<void>;
  };
  /** A session that begins as this one stands now and shares nothing afterwards. */
  fork(options?: SessionOptions): SandboxSession<Served>;
  /** What the session holds now, quotas and jobs included; taken at once, whatever its size. */
  snapshot(): Snapshot;
  /** Goes back to a snapshot of any session of this sandbox, or to what its `toJSON` gave. */
  restore(snapshot: Snapshot | object): void;
  /** Goes back to how the session began. */
  reset(): void;
  /** Removes the session; requests that name it are then refused. Further calls do nothing. */
  close(): Promise<void>;
}

/** How a new session differs from what it is forked from. */
export interface SessionOptions {
  /** Letters, digits, `-` and `_`, up to 64; made up when absent. */
  readonly id?: string;
  /** Seed of the random values. */
  readonly seed?: number;
  readonly clock?: "virtual" | "frozen" | "real" | `x${number}` | ClockMode;
}

/** A running sandbox. It is the handle of its default session too; `await using` closes it at the end of the block. */
export interface Sandbox<Served extends Apis = Apis> extends SandboxSession<Served> {
  /** All sessions, as the control plane sees them. */
  readonly sessions: Sessions;
  /** A new session that begins with the seed. */
  session(options?: SessionOptions): SandboxSession<Served>;
  /** Ends all servers and their connections, and removes all files. Further calls give the same promise. */
  close(): Promise<void>;
}
