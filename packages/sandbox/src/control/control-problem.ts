/** One place of a request that is wrong: a JSON Pointer into the body, or the name of a parameter. */
export type ProblemPlace =
  | { readonly pointer: string; readonly detail: string }
  | { readonly parameter: string; readonly detail: string };

/** The kinds of problems: what stands after `urn:sandbox:`, with its status and title. */
const kinds = {
  unreadable: [400, "The request can't be read"],
  "missing-token": [401, "The control token is missing"],
  "wrong-token": [401, "The control token is wrong"],
  "foreign-origin": [403, "Pages of other origins have no access"],
  "foreign-host": [403, "The host is not this machine"],
  "unknown-path": [404, "Unknown path"],
  "unknown-session": [404, "Unknown session"],
  "unknown-api": [404, "Unknown API"],
  "unknown-resource": [404, "Unknown resource"],
  "unknown-entry": [404, "Unknown entry of the journal"],
  "unknown-delivery": [404, "Unknown delivery"],
  "wrong-method": [405, "Wrong method"],
  "session-exists": [409, "The session exists"],
  "session-stays": [409, "The session stays"],
  "too-large": [413, "The body is too large"],
  "not-json": [415, "The body is no JSON"],
  "wrong-body": [422, "The body can't be used"],
  failed: [500, "The sandbox failed"],
  limit: [507, "A limit of the sandbox is reached"],
} as const;

/** Kind of a problem of the control plane. */
export type ProblemKind = keyof typeof kinds;

/** Thrown to answer a control request with problem details (RFC 9457). */
export class ControlProblem extends Error {
  override readonly name: string = "ControlProblem";
  readonly #kind: ProblemKind;
  readonly #errors: readonly ProblemPlace[];
  readonly #headers: Readonly<Record<string, string>>;

  /** @param detail - What was tried, what is wrong with it, and what to do. */
  constructor(
    kind: ProblemKind,
    detail: string,
    more: { readonly errors?: readonly ProblemPlace[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.#kind = kind;
    this.#errors = more.errors ?? [];
    this.#headers = more.headers ?? {};
  }

  /** What it is answered with. */
  get answer(): {
    readonly status: number;
    readonly json: unknown;
    readonly headers: Readonly<Record<string, string>>;
  } {
    const [status, title] = kinds[this.#kind];
    const errors = this.#errors.length === 0 ? {} : { errors: this.#errors };
    return {
      status,
      json: { type: `urn:sandbox:${this.#kind}`, status, title, detail: this.message, ...errors },
      headers: { ...this.#headers, "content-type": "application/problem+json" },
    };
  }
}

/** The problem of a parameter that has a form that fits and a value that doesn't. */
export function wrongParameter(operationId: string, parameter: string, detail: string): ControlProblem {
  return new ControlProblem("unreadable", `${operationId} takes other parameters: ${parameter} ${detail}.`, {
    errors: [{ parameter, detail }],
  });
}

/** The problem of a body that is JSON but can't be used, from the one place that is wrong. */
export function wrongBody(operationId: string, pointer: string, detail: string): ControlProblem {
  const place = pointer === "" ? "the body" : pointer;
  return new ControlProblem(
    "wrong-body",
    `${operationId} takes another body; ${place}: ${detail}. Nothing is changed.`,
    {
      errors: [{ pointer, detail }],
    },
  );
}
