import type { AuthProvider } from "./auth/auth-provider.ts";
import type { Clock } from "./clock.ts";
import type { Core, FetchFunction, TimeoutOptions } from "./core.ts";
import { NO_CALL } from "./errors/fairlead-error.ts";
import { RequestError } from "./errors/request/request-error.ts";

/** The private side of a {@link Core}: what its calls need, the secrets among it. */
export interface Engine {
  /** Origin and base path, without a slash at the end. */
  readonly baseUrl: string;
  /** The only origin that gets credentials. */
  readonly origin: string;
  /** Gives the credentials of each request. */
  readonly auth: AuthProvider;
  /** `User-Agent`, or `undefined` where the platform does not let us set it. */
  readonly userAgent: string | undefined;
  /** Whether redirects are the platform's business, as in browsers. */
  readonly isBrowser: boolean;
  /** The user's own fetch. */
  readonly fetch: FetchFunction | undefined;
  /** Limits in milliseconds; without a total of the user's own, it depends on the operation. */
  readonly timeouts: TimeoutOptions & { readonly headersMs: number; readonly bodyIdleMs: number };
  /** Where time comes from. */
  readonly clock: Clock;
  /** The response header with the server's name for a request. */
  readonly requestIdHeader: string;
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
 * @throws {RequestError} The value is no core client of this copy of the library.
 */
export function engineOf(core: Core): Engine {
  const engine = engines.get(core);
  if (engine) return engine;
  throw new RequestError("The first argument is no core client of this copy of the library", NO_CALL);
}
