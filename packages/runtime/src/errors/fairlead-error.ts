/** What every error tells about its call. All of it is safe to log. */
export interface ErrorFacts {
  /** The operation, or `undefined` for the raw client, `request`, and the making of a client. */
  readonly operationId: string | undefined;
  /** The HTTP method, or `undefined` outside of a call. */
  readonly method: string | undefined;
  /** The path template, never the URL; `undefined` outside of a call. */
  readonly urlTemplate: string | undefined;
  /** The server's name for the request, where it gave one. */
  readonly requestId?: string | undefined;
  /** How many times the request was sent; 0 when nothing was. */
  readonly attempts: number;
  /** Milliseconds from the start of the call to the error. */
  readonly elapsedMs: number;
  /** Milliseconds of that in waits between two attempts. */
  readonly totalDelayMs?: number;
  /** Milliseconds of that in waits for a turn of the rate class. */
  readonly queuedMs?: number;
}

/** The call that an error ends. */
export interface ErrorSource {
  /** What goes on an error of the call: the facts of the call and those of the error, with no secret in a text. */
  facts(own?: object): ErrorFacts;
  /** The text of an error with the call before it, and no secret in it. */
  message(text: string): string;
}

/**
 * The root of all errors of this library. `Own` are the members that a class adds.
 * Neither `JSON.stringify` nor `inspect` shows a body, a header, or a cause.
 */
export class FairleadError<Own extends object = object> extends Error {
  /** The class's name, the same after minification; guards compare it. */
  static readonly errorName: string = "FairleadError";

  /** A word for programs: the class's name in snake case without `Error`, such as `not_found`. */
  declare readonly code: string;
  /** The operation, or `undefined` for the raw client, `request`, and the making of a client. */
  declare readonly operationId: string | undefined;
  /** The HTTP method, or `undefined` outside of a call. */
  declare readonly method: string | undefined;
  /** The path template, never the URL; `undefined` outside of a call. */
  declare readonly urlTemplate: string | undefined;
  /** The server's name for the request, where it gave one. */
  declare readonly requestId: string | undefined;
  /** How many times the request was sent; 0 when nothing was. */
  declare readonly attempts: number;
  /** Milliseconds from the start of the call to the error. */
  declare readonly elapsedMs: number;
  /** Milliseconds of that in waits between two attempts; `undefined` outside of a call. */
  declare readonly totalDelayMs: number | undefined;
  /** Milliseconds of that in waits for a turn of the rate class; `undefined` outside of a call. */
  declare readonly queuedMs: number | undefined;
  /** Whether the same call may succeed later, and does no harm when it is sent twice. */
  declare readonly retryable: boolean;

  /**
   * @param call - The call that it ends; `undefined` outside of a call.
   * @param text - What came back, and what to do; the call puts what was tried before it.
   * @param own - The members that the class adds, and `retryable` where it is not `false`.
   * @param options - The cause, where there is one.
   */
  constructor(
    call: ErrorSource | undefined,
    text: string,
    own?: Own & { retryable?: boolean },
    options?: ErrorOptions,
  ) {
    super(call ? call.message(text) : text, options);
    Object.assign(
      this,
      {
        code: new.target.errorName
          .slice(0, -5)
          .replace(/\B[A-Z]/g, "_$&")
          .toLowerCase(),
        attempts: 0,
        elapsedMs: 0,
        retryable: false,
      },
      call ? call.facts(own) : own,
    );
  }

  /** The class's name. */
  override get name(): string {
    return (this.constructor as typeof FairleadError).errorName;
  }

  /** What may stand in a log: no body, no header, no cause. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }

  static {
    Object.assign(FairleadError.prototype, {
      /** Marks our errors, those of another installed copy too. */
      [Symbol.for("fairlead.error")]: true,
      /** What `console.log` shows on Node, whose name for this method needs no import. */
      [Symbol.for("nodejs.util.inspect.custom")](this: FairleadError): string {
        return `${this.stack} ${JSON.stringify(this)}`;
      },
    });
  }
}
