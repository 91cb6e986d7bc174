import type { AuthProvider } from "./auth/auth-provider.ts";
import { fixedToken } from "./auth/bearer.ts";
import { type Clock, systemClock } from "./clock.ts";
import { coreOf } from "./engine.ts";
import { RequestError } from "./errors/request/request-error.ts";
import { detectPlatform, type Platform } from "./platform.ts";
import { createLimiter } from "./rate-limit/create-limiter.ts";
import type { RateLimitOptions } from "./rate-limit/rate-limit-options.ts";
import type { AttemptListener } from "./retry/attempt-event.ts";
import type { RetryOptions } from "./retry/retry-options.ts";
import { safeUrl, type UrlCheck } from "./transport/safe-url.ts";

/** A client without its groups: what standalone functions take. Everything but the base URL is private. */
export interface Core {
  /** The server: origin and base path, without a slash at the end. */
  readonly baseUrl: string;
}

/** How long each part of a call may take, in milliseconds. `Infinity` switches a limit off. */
export interface TimeoutOptions {
  /**
   * From sending the request to the response headers. Not applied where a file is uploaded, because fetch does not
   * tell when the upload is done; the total limit holds there.
   * @default 30000
   */
  readonly headersMs?: number;
  /**
   * From one chunk of the body to the next.
   * @default 30000
   */
  readonly bodyIdleMs?: number;
  /**
   * The whole call. A call's `timeoutMs` goes first.
   * @default 300000, and no limit where a file is downloaded
   */
  readonly totalMs?: number;
}

/** The part of `fetch` that the runtime uses. */
export type FetchFunction = (url: string, init: RequestInit) => Promise<Response>;

/** Options of {@link createCore}. */
export interface CoreOptions {
  /** The client's name in `User-Agent` and in messages, such as `fairlead-acme`. */
  readonly name: string;
  /** The client's version in `User-Agent`. */
  readonly version: string;
  /** A bearer token, or a provider such as `bearer(() => readToken())`. */
  readonly auth: string | AuthProvider;
  /** The server. https, or http on this machine; a base path is kept. */
  readonly baseUrl: string;
  /**
   * Sends the requests.
   * @default the global `fetch` at the time of the call
   */
  readonly fetch?: FetchFunction;
  /** Limits in milliseconds. */
  readonly timeouts?: TimeoutOptions;
  /**
   * Allows a token that never changes in a browser, where every visitor can read it.
   * @default false
   */
  readonly allowBrowserToken?: boolean;
  /**
   * The response header with the server's name for a request.
   * @default "x-request-id"
   */
  readonly requestIdHeader?: string;
  /**
   * Gives the values of parameters for those that a call gives, such as an account that all calls are about where the
   * call names none. What the operation does not have is left out; nothing should be inherited from a prototype.
   * @default what the call gives
   */
  readonly complete?: ((given: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>) | undefined;
  /**
   * Where time comes from.
   * @default real time
   */
  readonly clock?: Clock;
  /**
   * Gives numbers from 0 to below 1, for the jitter of waits.
   * @default Math.random
   */
  readonly random?: () => number;
  /**
   * Says which addresses requests may go to: that of the server, and those that it sends the client to.
   * @default https, or http on this machine
   */
  readonly checkUrl?: UrlCheck;
  /**
   * How often a request is sent again that failed for a passing reason and may be repeated; `false` sends it once.
   * @default three attempts in all
   */
  readonly retry?: false | RetryOptions;
  /**
   * How calls are paced, so that the server has no reason to refuse them.
   * @default by the quotas of the document and the headers of the answers
   */
  readonly rateLimit?: RateLimitOptions;
  /** Is told of each attempt of each call when it has ended, for logs and metrics. What it throws changes nothing. */
  readonly onAttempt?: AttemptListener;
}

/**
 * Makes a core client. It sends nothing, reads no environment variable, and shows no secret.
 * @throws {RequestError} An option is wrong: `baseUrl` is no URL, is neither https nor http on this machine, or has
 * credentials, a query or a hash; a limit is not above 0; the token would be open to every visitor of a web page.
 * @throws {AuthError} `auth` is neither a provider nor a token, or the token is empty or has white space in it.
 */
export function createCore(options: CoreOptions): Core {
  return coreOn(options, detectPlatform(globalThis));
}

/** {@link createCore} on a given platform. */
export function coreOn(options: CoreOptions, { isBrowser, name }: Platform): Core {
  const auth = typeof options.auth === "function" ? options.auth : fixedToken(options.auth);
  const timeouts = { headersMs: 30_000, bodyIdleMs: 30_000, ...options.timeouts };
  const time = { clock: systemClock, random: Math.random, checkUrl: safeUrl, ...options };
  const url = time.checkUrl(options.baseUrl);
  if (isBrowser && auth.fixed && !options.allowBrowserToken)
    throw new RequestError(undefined, "auth: visitors could read a fixed token; set allowBrowserToken");
  const { attempts = options.retry === false ? 1 : 3 }: RetryOptions = Object(options.retry);
  for (const [limit, value] of Object.entries({ ...timeouts, attempts })) {
    if (!(value > 0)) throw new RequestError(undefined, `${limit} must be above 0`);
  }
  if (!url || /[?#]/.test(options.baseUrl))
    throw new RequestError(
      undefined,
      "baseUrl must be https, or http on this machine, without credentials, query or hash",
    );
  return coreOf({
    requestIdHeader: "x-request-id",
    ...time,
    auth,
    timeouts,
    // 500 tokens are about 35 retries into an outage before the client fails fast.
    retry: { attempts, budget: 500 },
    limiter: createLimiter(options.rateLimit ?? {}, time),
    renewal: { count: 0 },
    isBrowser,
    headers: isBrowser ? {} : { "user-agent": `${options.name}/${options.version} (${name})` },
    origin: url.origin,
    baseUrl: url.href.replace(/\/+$/, ""),
  });
}
