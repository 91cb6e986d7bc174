/** How far a wait is. */
export interface WaitProgress {
  /** How many polls were sent; 0 for the answer of the start. */
  readonly polls: number;
  /** Milliseconds since the job was started, where the wait is resumed too. */
  readonly elapsedMs: number;
}

/** What a wait may set, as the argument after its input. The set is closed: an unknown name is refused. */
export interface WaitOptions<State = unknown> {
  /** Ends the wait within one tick when it aborts, and nothing more is sent. The job goes on. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds from the beginning of the wait until it is given up, the start of the job included; above 0.
   * @default what the document declares for the job, mostly 600000
   */
  readonly maxWaitMs?: number;
  /** Is told each state. A promise that it gives is awaited; what it throws ends the wait. */
  readonly onProgress?: (state: State, progress: WaitProgress) => void | Promise<void>;
}
