import type { Engine } from "./engine.ts";
import type { ErrorFacts } from "./errors/fairlead-error.ts";
import type { OperationRow } from "./operation-row.ts";
import type { Meta, RateLimitState } from "./result.ts";

/** What the pipeline must know of an operation; {@link OperationRow} is the usual one, `request` and `raw` bring less. */
export type Target = Pick<OperationRow, "rateLimit" | "redirectHosts" | "idempotent"> & {
  /** The operation, where there is one. */
  readonly id?: string;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
};

/** An error class whose instances tell nothing beyond the call. */
type PlainErrorClass<E> = new (message: string, facts: ErrorFacts, cause?: unknown) => E;

/** One call under way: its facts for results and errors, and the secrets that none of them may show. */
export class Call {
  readonly engine: Engine;
  readonly target: Target;
  /** How many times the request was sent. */
  attempts = 0;
  /** The server's name for the request. */
  requestId: string | undefined;
  /** What the rate limit's headers said. */
  rateLimit: RateLimitState | undefined;
  /** Credentials in each way that a server could echo them. */
  readonly #secrets = new Set<string>();
  readonly #startedAt: number;

  constructor(engine: Engine, target: Target) {
    this.engine = engine;
    this.target = target;
    this.#startedAt = engine.clock.now();
  }

  /** Milliseconds since the call began. */
  get elapsedMs(): number {
    return this.engine.clock.now() - this.#startedAt;
  }

  /** What goes on every result. */
  meta(): Meta {
    const { attempts, elapsedMs, requestId, rateLimit } = this;
    return { attempts, elapsedMs, requestId, rateLimit };
  }

  /** What goes on every error. `transient`: the same call may succeed later. `unseen`: the server has done nothing. */
  facts(transient = false, unseen = false): ErrorFacts {
    const { target, attempts, elapsedMs, requestId } = this;
    const { id: operationId, method, path: urlTemplate, idempotent } = target;
    const retryable = transient && (unseen || !!idempotent || !/^P(OS|ATC)/.test(method));
    return { operationId, method, urlTemplate, requestId, attempts, elapsedMs, retryable };
  }

  /** A message in the one form that all have: what was tried, then what came back or what to do. */
  message(text: string): string {
    return this.scrub(`${this.target.method} ${this.target.path}: ${text}`);
  }

  /** An error that nothing was sent for. */
  refusal<E>(type: PlainErrorClass<E>, text: string): E {
    return new type(this.message(`${text}; nothing was sent`), this.facts());
  }

  /** Remembers a credential; below 8 characters it is no secret, and blanking it would only hurt the text. */
  keepSecret(header: string): void {
    for (const part of [header, ...header.split(" ")]) {
      if (part.length > 7) this.#secrets.add(part).add(encodeURIComponent(part)).add(JSON.stringify(part).slice(1, -1));
    }
  }

  /** Blanks every credential in a text. */
  scrub(text: string): string {
    for (const secret of this.#secrets) text = text.replaceAll(secret, "[secret]");
    return text;
  }
}
