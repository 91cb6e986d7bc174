/** Why something can't be done to an entity. In a batch it is the result of one item, elsewhere the answer. */
export class EntityError extends Error {
  readonly status: number;
  /** What kind of error it is, as the server names it; those of its database end with `-violation`. */
  readonly code: string;

  /** @param code - Without one, that of the status. */
  constructor(status: number, message: string, code: string = codes[status] ?? "error") {
    super(message);
    this.name = "EntityError";
    this.status = status;
    this.code = code;
  }

  /** The status where it is an answer: 409 for all that the database refuses. */
  get answerStatus(): number {
    return this.code.endsWith("-violation") ? 409 : this.status;
  }
}

const codes: Readonly<Record<number, string>> = {
  400: "bad-request",
  403: "forbidden",
  404: "not-found",
  409: "constraint-violation",
};
