/** What a provider of credentials is told about the request that it is asked for. */
export interface AuthContext {
  /** The operation, or `undefined` for the raw client and `request`. */
  readonly operationId: string | undefined;
  /** The HTTP method. */
  readonly method: string;
  /** The path template, never the URL. */
  readonly urlTemplate: string;
  /** Aborts when the call does; with `refresh`, which several calls may wait for, after 30 seconds. */
  readonly signal: AbortSignal;
  /**
   * Present when the server refused what the provider gave: get new credentials, past any cache. It is asked once for
   * all calls that were refused meanwhile. If it gives the same again, the refusal stands.
   */
  readonly refresh?: true;
}

/**
 * Gives the headers that prove who is calling. It is asked again for each request, so a token may change at any time;
 * what it gives is sent to the origin of `baseUrl` only.
 */
export interface AuthProvider {
  (context: AuthContext): Credentials | Promise<Credentials>;
  /** Present when the credentials never change, which browsers refuse without `allowBrowserToken`. */
  readonly fixed?: true;
}

/** Request headers by name, such as `authorization`. */
export type Credentials = Readonly<Record<string, string>>;
