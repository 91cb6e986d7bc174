/** How often a client sends a request again that failed for a passing reason. */
export interface RetryOptions {
  /**
   * How many times a request is sent at most, the first time included; from 1.
   * @default 3
   */
  readonly attempts?: number;
}

/** The retries of one client, and what is left of its budget. */
export interface RetryPolicy {
  /** How many times a request is sent at most. */
  readonly attempts: number;
  /** Tokens left for retries on the client's origin, from 0 to 500. Each retry takes some, and calls that succeed bring them back. */
  budget: number;
}
