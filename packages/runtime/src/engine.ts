import type { AuthProvider } from "./auth/auth-provider.ts";
import type { Clock } from "./clock.ts";
import type { Core, FetchFunction, TimeoutOptions } from "./core.ts";
import { RequestError } from "./errors/request/request-error.ts";
import type { Limiter } from "./rate-limit/limiter.ts";
import type { AttemptListener } from "./retry/attempt-event.ts";
import type { RetryPolicy } from "./retry/retry-options.ts";
import type { Renewal } from "./transport/credentials.ts";
import type { UrlCheck } from "./transport/safe-url.ts";

/** The private side of a {@link Core}: what its calls need, the secrets among it. */
export interface Engine {
  /** Origin and base path, without a slash at the end. */
  readonly baseUrl: string;
  /** The only origin that gets credentials. */
  readonly origin: string;
  /** Gives the credentials of each request. */
  readonly auth: AuthProvider;
  /** Headers of every request: `User-Agent`, where the platform lets us set it. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether redirects are the platform's business, as in browsers. */
  readonly isBrowser: boolean;
  /** The user's own fetch. */
  readonly fetch?: FetchFunction;
  /** Limits in milliseconds; without a total of the user's own, it depends on the operation. */
  readonly timeouts: TimeoutOptions & { readonly headersMs: number; readonly bodyIdleMs: number };
  /** Where time comes from. */
  readonly clock: Clock;
  /** Numbers from 0 to below 1, for the jitter of waits. */
  readonly random: () => number;
  /** How often a request is sent again, and the budget for it. */
  readonly retry: RetryPolicy;
  /** Says which addresses requests may go to. */
  readonly checkUrl: UrlCheck;
  /** Is told of each attempt. */
  readonly onAttempt?: AttemptListener;
  /** Decides when a request may be sent; without one each is sent at once. */
  readonly limiter: Limiter | undefined;
  /** The renewal of refused credentials, shared by all calls that wait for it. */
  readonly renewal: Renewal;
  /** The response header with the server's name for a request. */
  readonly requestIdHeader: string;
  /** Gives the values of parameters for those that a call gives. */
  readonly complete?: ((given: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>) | undefined;
}

/** Keeps what a core client must not show out of its own members. */
const engines = new WeakMap<object, Engine>();

/** Makes the public side of an engine. */
export function coreOf(engine: Engine): Core {
  const core = Object.freeze({ baseUrl: engine.baseUrl });
  engines.set(core, engine);
  return core;
}

/**
 * The engine of a core client.
 * @throws {RequestError} The value is no client of this copy of the library.
 */
export function engineOf(core: Core): Engine {
  const engine = engines.get(core);
  if (!engine) throw new RequestError(undefined, "no client of this copy");
  return engine;
}
