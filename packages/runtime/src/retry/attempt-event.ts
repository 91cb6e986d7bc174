import type { ErrorFacts } from "../errors/fairlead-error.ts";
import type { RateLimitState } from "../result.ts";

/**
 * How one attempt of a call ended: for logs and metrics. It holds no URL, header or body, and no credential.
 * `attempts`, `elapsedMs`, `totalDelayMs` and `queuedMs` are those of the call so far.
 */
export interface AttemptEvent extends ErrorFacts {
  /** The HTTP status; `undefined` where there was no answer. */
  readonly status: number | undefined;
  /** The error, where there was no answer: mostly a `TransportError`. */
  readonly error: unknown;
  /** What the answer told of its rate limit. */
  readonly rateLimit: RateLimitState | undefined;
  /** Milliseconds until the request is sent again; `undefined` where this attempt was the last. */
  readonly retryInMs: number | undefined;
}

/** Is told of each attempt when it has ended. What it throws, or rejects, changes nothing. */
export type AttemptListener = (attempt: AttemptEvent) => unknown;
