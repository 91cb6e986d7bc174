/** What one call may set, as the argument after its input. The set is closed: an unknown name is refused. */
export interface CallOptions {
  /** Ends the call within one tick when it aborts; an aborted signal sends nothing. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds that the whole call may take, from its start to the last byte of its body.
   * @default 300000, and no limit where a file is downloaded
   */
  readonly timeoutMs?: number;
  /** Further request headers. They never replace the credentials, and never go to another host. */
  readonly headers?: Readonly<Record<string, string>>;
}
