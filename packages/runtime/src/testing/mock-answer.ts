import type { Clock } from "../clock.ts";
import type { MockRequest } from "./mock-transport.ts";

/** Why there is no answer at all: the host is unknown, takes no connection, ends it, or has a bad certificate. */
export type ConnectionFailure = "dns" | "refused" | "reset" | "tls";

/** An answer as data, and what goes wrong with its body. */
export interface ScriptedAnswer {
  /**
   * The HTTP status.
   * @default 200
   */
  readonly status?: number;
  /** The response headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body as a value, sent as JSON with its content type. */
  readonly json?: unknown;
  /** The body as text or bytes. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Ends the body before its last byte. */
  readonly cut?: {
    /** How many bytes of it come. */
    readonly afterBytes: number;
    /** What happens then: nothing more comes, or the connection is reset. */
    readonly by: "stall" | "reset";
  };
  /** Gives the body in pieces, the first after `everyMs` of the clock. */
  readonly drip?: {
    /** Bytes of one piece. */
    readonly bytes: number;
    /** Milliseconds before each piece. */
    readonly everyMs: number;
    /** The client's own clock. */
    readonly clock: Clock;
  };
}

/** What happens to one request: an answer, an error that fetch throws, no connection, or headers that never come. */
export type ScriptedResult = Response | ScriptedAnswer | Error | ConnectionFailure | "stall";

/** One step of a script: what happens, or a function of the request that decides it. */
export type MockAnswer = ScriptedResult | ((request: MockRequest) => ScriptedResult | Promise<ScriptedResult>);
