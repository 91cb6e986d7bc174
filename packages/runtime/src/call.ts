import type { AuthContext } from "./auth/auth-provider.ts";
import type { CallOptions } from "./call-options.ts";
import type { Engine } from "./engine.ts";
import type { ErrorFacts, ErrorSource } from "./errors/fairlead-error.ts";
import type { OperationRow } from "./operation-row.ts";
import type { Meta, RateLimitState } from "./result.ts";

/** What the pipeline must know of an operation; {@link OperationRow} is the usual one, `request` and `raw` bring less. */
export type Target = Pick<OperationRow, "errors" | "rateLimit" | "redirects" | "idempotent" | "sensitive"> & {
  /** The operation, where there is one. */
  readonly id?: string;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
};

/** One call under way: its facts for results and errors, and the secrets that none of them may show. */
export interface Call extends ErrorSource {
  readonly engine: Engine;
  readonly target: Target;
  /** The operation, as errors and providers of credentials are told it. */
  readonly names: Omit<AuthContext, "signal">;
  /** Whether it does no harm to send the call twice: by the document, else by HTTP's rule for its method. */
  readonly canRepeat: boolean;
  /** The origin that the request is at; a redirect may change it. */
  origin: string;
  /** How many times the request was sent. */
  attempts: number;
  /** How many times it is sent at most. */
  maxAttempts: number;
  /** What the caller chose for it. */
  options: CallOptions;
  /** Milliseconds of all waits between two attempts. */
  totalDelayMs: number;
  /** Milliseconds of all waits for a turn. */
  queuedMs: number;
  /** The server's name for the request. */
  requestId?: string | undefined;
  /** What the rate limit's headers said. */
  rateLimit?: RateLimitState | undefined;
  /** What goes on every result. */
  meta(): Meta;
  /** Remembers a secret, to keep it and each of its words out of every text from here on. */
  keepSecret(secret: string): void;
  /** Blanks every secret in a text for programs, however the server has quoted it. */
  blank(text: string): string;
  /**
   * Makes a text fit to be shown: without secrets, and without the query and fragment of addresses, which may be secrets
   * too. What is no text stays as it is.
   */
  scrub<T>(value: T): T;
}

/** Begins a call: its time runs from here. */
export function callOn(engine: Engine, target: Target): Call {
  const { id: operationId, method, path: urlTemplate } = target;
  const startedAt = engine.clock.now();
  /** They stay in this function, where nothing can print them. */
  const secrets: string[] = [];

  const cost = () => ({
    attempts: call.attempts,
    elapsedMs: engine.clock.now() - startedAt,
    totalDelayMs: call.totalDelayMs,
    queuedMs: call.queuedMs,
    requestId: call.scrub(call.requestId),
  });
  const call: Call = {
    engine,
    target,
    names: { operationId, method, urlTemplate },
    canRepeat: !!(target.idempotent ?? /^(GET|HEAD|OPTIONS|PUT|DELETE)$/.test(method)),
    origin: engine.origin,
    attempts: 0,
    maxAttempts: engine.retry.attempts,
    options: {},
    totalDelayMs: 0,
    queuedMs: 0,
    facts(own) {
      const facts: Record<string, unknown> & ErrorFacts = { ...call.names, ...cost(), ...own };
      for (const name in facts) {
        facts[name as "name"] = call.scrub(facts[name]);
      }
      return facts;
    },
    meta: () => ({ ...cost(), rateLimit: call.rateLimit }),
    message(text) {
      const sent = call.attempts ? "" : "; nothing was sent";
      const tried = call.attempts > 1 ? ` (attempt ${call.attempts} of ${call.maxAttempts})` : sent;
      return call.scrub(`${method} ${urlTemplate}: ${text}${tried}`);
    },
    keepSecret(secret) {
      secrets.push(secret, ...secret.split(" "));
    },
    blank(text) {
      // Longer ones first, so that one that is a part of another leaves no rest of that.
      for (const secret of secrets.sort((one, other) => other.length - one.length)) {
        // A server may quote what is neither letter nor digit: with backslashes, more of them where it is JSON in JSON, or
        // as `\u002b` or `%2B`. Each such form counts as each such character. The bounds are four layers of JSON, and four
        // bytes: without them a text of nothing but backslashes would take the square of its length.
        const pattern = secret.replace(/\\*(\W)/g, "\\\\{0,15}(\\$1|(%..|u....){1,4})");
        // Below 8 characters it is no secret, and blanking it would only hurt the text.
        if (secret[7]) text = text.replace(RegExp(pattern, "g"), "[secret]");
      }
      return text;
    },
    scrub: (value) =>
      typeof value === "string"
        ? (call.blank(value).replace(/(\/[^\s?#/]*)[?#][^\s"]*/g, "$1") as typeof value)
        : value,
  };
  return call;
}
