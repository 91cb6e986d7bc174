/**
 * A wait under way. What it begins with is sent at once, and each poll when somebody waits for it: by `done()`, or by
 * going through the states. As many as like may wait; they share the polls.
 */
export interface Watch<State, Result> extends AsyncIterable<State, void, undefined> {
  /**
   * Goes through the states from the newest known one to the last: the answers as they came.
   * After the last one it throws what `done()` throws.
   */
  [Symbol.asyncIterator](): AsyncGenerator<State, void, undefined>;
  /**
   * Waits for the end and gives the result.
   * @throws {WaiterFailedError} The job failed.
   * @throws {WaiterTimeoutError} It did not end in time.
   * @throws {WaiterAbortedError} The caller ended the wait.
   * @throws {WaiterError} The polls failed.
   * @throws {FairleadError} The job could not be started.
   */
  done(): Promise<Result>;
  /** Stops the polling, not the job: for `await using`. Whoever waits gets a WaiterAbortedError. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** A wait for a job of the server. */
export interface Job<State, Result> extends Watch<State, Result> {
  /**
   * Names the job in one word for URLs and files, to wait for it elsewhere with `wait.resume`. It holds the names of
   * job and operation, the job's id and the time of the start, and no secret.
   * @throws {RequestError} The start has not been answered yet: it has by the first state.
   */
  serialize(): string;
}

/** A wait for a job that can be cancelled. */
export interface CancellableJob<State, Result> extends Job<State, Result> {
  /**
   * Asks the server to end the job. Waiting goes on, because only a state tells how the job ended.
   * @throws {FairleadError} The server did not take it.
   */
  cancel(): Promise<void>;
}
