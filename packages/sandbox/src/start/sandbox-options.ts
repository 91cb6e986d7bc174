import type { SandboxApi } from "../api.ts";
import type { Grant } from "../behaviors/authenticate.ts";
import type { Limits } from "../limits.ts";
import type { ClockMode } from "../session/clock.ts";

/** APIs by the names that they are to have in the sandbox: `{ museum }` where `museum` is a default export of `@fairlead/<api>/sandbox`. */
export interface Apis {
  readonly [name: string]: SandboxApi;
}

/** Settings of `startSandbox`. */
export interface SandboxOptions<Served extends Apis = Apis> {
  /** What to serve. */
  readonly apis: Served;
  /**
   * What ids and other made-up values depend on, a whole number: the same seed repeats a run.
   * @default 1
   */
  readonly seed?: number;
  /**
   * How time passes: `virtual` (also called `frozen`) moves by `clock.advance` alone, `real` with real time, `x60` sixty
   * times as fast.
   * @default "virtual"
   */
  readonly clock?: "virtual" | "frozen" | "real" | `x${number}` | ClockMode;
  /**
   * Where the clock begins, in milliseconds since 1970-01-01 UTC.
   * @default 2026-01-01T00:00:00Z for a virtual clock, now for any other
   */
  readonly startAt?: number;
  /**
   * Whether quotas refuse requests. The name of a tier, such as `paid`, gives that tier to tokens that have none.
   * @default true
   */
  readonly quotas?: boolean | string;
  /** The tokens that are known, by API. An API without a list takes any token of 8 characters or more that doesn't begin with `invalid`. */
  readonly tokens?: { readonly [Name in keyof Served]?: readonly Grant[] };
  /**
   * Whether to listen on ports. Without it only `fetch` answers, and `url` is a made-up name.
   * @default true where there are sockets
   */
  readonly listen?: boolean;
  /**
   * Address to listen on. Whoever reaches it can use the sandbox and read what was sent to it, so one other than a
   * loopback address needs a `controlToken`.
   * @default "127.0.0.1"
   */
  readonly host?: string;
  /**
   * TCP port of each API, from 0 to 65535; 0 takes a free one.
   * @default 0
   */
  readonly ports?: { readonly [Name in keyof Served]?: number };
  /** What every request to the control plane must carry as a bearer token, 8 characters or more. */
  readonly controlToken?: string;
  /**
   * What happens when an answer of the sandbox itself breaks the document. `throw` rejects the `fetch` in process, so that
   * a test fails where it happens; over HTTP both give a 500 that says so.
   * @default "throw"
   */
  readonly answers?: "throw" | "report";
  /**
   * What becomes of events that receivers of webhooks asked for. `send` posts them to the receiver's address, wherever that
   * is; `hold` keeps them until they are replayed.
   * @default "send"; "hold" on a host that is open to the network, where others could have requests sent from this machine
   */
  readonly webhooks?: "send" | "hold";
  /** What events of webhooks are posted with. @default the platform's fetch */
  readonly webhookFetch?: typeof fetch;
  /** How much the sandbox holds. */
  readonly limits?: Partial<Limits>;
  /** Told of every error that became a 500 over HTTP. */
  readonly onFault?: (error: unknown) => void;
}
