/** What a provider of credentials is told about the request that it is asked for. */
export interface AuthContext {
  /** The operation, or `undefined` for the raw client and `request`. */
  readonly operationId: string | undefined;
  /** The HTTP method. */
  readonly method: string;
  /** The path template, never the URL. */
  readonly urlTemplate: string;
  /** Aborts when the call does. */
  readonly signal: AbortSignal;
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
