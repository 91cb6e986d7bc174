import type { AuthContext } from "./auth/auth-provider.ts";
import type { CallOptions } from "./call-options.ts";
import type { Engine } from "./engine.ts";
import type { ErrorSource } from "./errors/fairlead-error.ts";
import type { OperationRow } from "./operation-row.ts";
import type { Meta, RateLimitState } from "./result.ts";

/** What the pipeline must know of an operation; {@link OperationRow} is the usual one, `request` and `raw` bring less. */
export type Target = Pick<OperationRow, "errors" | "rateLimit" | "redirects" | "idempotent"> & {
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
  readonly isRepeatable: boolean;
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
  /** Remembers a credential, to keep it out of every text from here on. */
  keepSecret(header: string): void;
  /** Blanks every credential in a text. */
  scrub(text: string): string;
}

/** Begins a call: its time runs from here. */
export function callOn(engine: Engine, target: Target): Call {
  const { id: operationId, method, path: urlTemplate } = target;
  const startedAt = engine.clock.now();
  /** Credentials in each way that a server could echo them. They stay in this function, where nothing can print them. */
  const secrets = new Set<string>();
  const names = { operationId, method, urlTemplate };

  const cost = () => ({
    attempts: call.attempts,
    elapsedMs: engine.clock.now() - startedAt,
    totalDelayMs: call.totalDelayMs,
    queuedMs: call.queuedMs,
    requestId: call.requestId,
  });
  const call: Call = {
    engine,
    target,
    names,
    isRepeatable: !!(target.idempotent ?? /^(GET|HEAD|OPTIONS|PUT|DELETE)$/.test(method)),
    origin: engine.origin,
    attempts: 0,
    maxAttempts: engine.retry.attempts,
    options: {},
    totalDelayMs: 0,
    queuedMs: 0,
    facts: () => ({ ...names, ...cost() }),
    meta: () => ({ ...cost(), rateLimit: call.rateLimit }),
    message(text) {
      const { attempts, maxAttempts } = call;
      const tried = attempts > 1 ? ` (attempt ${attempts} of ${maxAttempts})` : attempts ? "" : "; nothing was sent";
      return call.scrub(`${method} ${urlTemplate}: ${text}${tried}`);
    },
    keepSecret(header) {
      // Below 8 characters it is no secret, and blanking it would only hurt the text.
      for (const part of [header, ...header.split(" ")]) {
        if (part.length > 7) secrets.add(part).add(encodeURIComponent(part)).add(JSON.stringify(part).slice(1, -1));
      }
    },
    scrub(text) {
      for (const secret of secrets) text = text.replaceAll(secret, "[secret]");
      return text;
    },
  };
  return call;
}
