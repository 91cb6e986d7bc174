import { createLogger } from "@stoplight/prism-core";
import { createServer } from "@stoplight/prism-http-server";
import { listen } from "./prism/listen.ts";
import { loadOperations } from "./prism/load-operations.ts";

export { PrismDocumentError } from "./prism/document-error.ts";
export { PrismListenError } from "./prism/listen-error.ts";

/** Settings of {@link startPrism}. */
export interface PrismOptions {
  /** A bundled OpenAPI document: a path, a `file:` URL, or the parsed object, which stays unchanged. */
  readonly document: string | URL | object;
  /**
   * TCP port, from 0 to 65535; 0 takes a free one.
   * @default 0
   */
  readonly port?: number;
  /**
   * Address to listen on. Whoever can reach it can use the mock, so another one than the default opens it to the network.
   * @default "127.0.0.1"
   */
  readonly host?: string;
  /**
   * Makes up each answer from its schema instead of serving the examples.
   * @default false
   */
  readonly dynamic?: boolean;
  /** Repeats the made-up values of `dynamic` from run to run; without it each answer differs. */
  readonly seed?: string;
  /**
   * Turns an answer that breaks the document into a 500, and in front of an `upstream` a bad request into a 422.
   * Without it violations are only reported in the header `sl-violations`.
   * @default false
   */
  readonly errors?: boolean;
  /**
   * Passes requests on to this server and judges both directions instead of mocking. JSON only: the pinned Prism damages
   * binary bodies.
   */
  readonly upstream?: string | URL;
}

/** A running Prism; `await using` closes it at the end of the block. */
export interface RunningPrism extends AsyncDisposable {
  /** Its origin, such as `http://127.0.0.1:4010`; the paths of the document follow it as they are. */
  readonly url: string;
  /** Frees the port. Requests in flight have a second to end, then their connections are cut. */
  close(): Promise<void>;
}

/**
 * Starts Prism, a mock without memory, for one document: it serves the examples and judges each request.
 * @throws {PrismDocumentError} The document is missing, unreadable, not OpenAPI, or has no operation.
 * @throws {PrismListenError} The port is taken (`code` is `EADDRINUSE`) or not allowed, or the host is none of this machine.
 * @throws {RangeError} `port` is no whole number from 0 to 65535.
 * @throws {TypeError} `upstream` is no URL.
 * @see https://github.com/stoplightio/prism
 */
export async function startPrism({
  document,
  port = 0,
  host = "127.0.0.1",
  dynamic = false,
  seed,
  errors = false,
  upstream,
}: PrismOptions): Promise<RunningPrism> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`port is ${port}; it must be a whole number from 0 to 65535`);
  }
  const common = {
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
    errors,
    upstreamProxy: undefined,
    mock: { dynamic, ignoreExamples: false, ...(seed === undefined ? {} : { seed }) },
  };
  const config =
    upstream === undefined
      ? { ...common, isProxy: false as const }
      : { ...common, isProxy: true as const, upstream: new URL(upstream) };
  const logger = createLogger("prism", { level: "silent" });
  const server = createServer(await loadOperations(document), { cors: true, config, components: { logger } });
  const { url, close } = await listen(server, port, host);
  return { url, close, [Symbol.asyncDispose]: close };
}
