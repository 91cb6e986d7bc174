import type { Priority } from "./rate-limit/limiter.ts";
import type { RetryOptions } from "./retry/retry-options.ts";

/** What one call may set, as the argument after its input. The set is closed: an unknown name is refused. */
export interface CallOptions {
  /** Ends the call within one tick when it aborts; an aborted signal sends nothing. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds that the whole call may take, from its start to the last byte of its body: queue, waits and retries too.
   * @default 300000, and no limit where a file is downloaded or lines are streamed
   */
  readonly timeoutMs?: number;
  /** Further request headers. They never replace the credentials, and never go to another host. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * How often the request is sent again; `false` sends it once.
   * @default the client's `retry`
   */
  readonly retry?: false | RetryOptions;
  /**
   * How long the call may wait for its turn, in milliseconds; `false` sends it without a turn.
   * @default the client's `rateLimit`
   */
  readonly rateLimit?: false | { readonly maxWaitMs?: number };
  /**
   * Whose turn comes first: 0 before 1 before 2.
   * @default 1
   */
  readonly priority?: Priority;
}
