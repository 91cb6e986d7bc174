import { FairleadError, isFairleadError } from "@fairlead/runtime";

/** Whose fault a {@link GraphqlError} is, as far as the answer tells. */
export type GraphqlErrorKind = "forbidden" | "notFound" | "badRequest" | "document" | "server";

/** One entry of `errors` in an answer. */
export interface GraphqlErrorEntry {
  /** The server's own text. It may name columns of its database, so it is for developers and not for users. */
  readonly message: string;
  /** Where in the data, as names and, inside lists, positions from 0; `undefined` where the document itself is wrong. */
  readonly path: readonly (string | number)[] | undefined;
  /** What it would be as a status of HTTP: 400, 403 or 404; `undefined` where the server did not mean to refuse. */
  readonly status: number | undefined;
}

/** What a {@link GraphqlError} tells beyond the call. */
export interface GraphqlErrorFacts {
  readonly kind: GraphqlErrorKind;
  readonly status: number | undefined;
}

/** The parts of an answer that stay out of logs. */
interface GraphqlAnswer<Data> {
  readonly errors: readonly GraphqlErrorEntry[];
  readonly data: Data;
}

/**
 * The server answered a GraphQL query with errors, beside some of the data or instead of it. The HTTP status is 200;
 * a missing or old credential is an `AuthenticationError` as everywhere.
 */
export class GraphqlError extends FairleadError<GraphqlErrorFacts> {
  static override readonly errorName: string = "GraphqlError";

  /**
   * `forbidden`: the user may not read it. `notFound`: it is not there, or in a project that the user has no access to.
   * `badRequest`: the server refuses a value. `document`: the server's schema does not fit the document, or a variable
   * is missing or of another type. `server`: it failed, which an argument with a wrong value may be the reason of.
   */
  declare readonly kind: GraphqlErrorKind;
  /** The status of the first entry that has one: 404 for `notFound`, and so on. */
  declare readonly status: number | undefined;

  // Private, because Node prints every own member of an uncaught error.
  readonly #answer: GraphqlAnswer<unknown>;

  constructor(
    call: ConstructorParameters<typeof FairleadError>[0],
    text: string,
    facts: GraphqlErrorFacts,
    answer: GraphqlAnswer<unknown>,
  ) {
    super(call, text, facts);
    this.#answer = answer;
  }

  /** What was wrong, at least one entry. Credentials are blanked. */
  get errors(): readonly GraphqlErrorEntry[] {
    return this.#answer.errors;
  }

  /** What came in spite of the errors: `null` where a field failed that is never null, and that is nearly always. */
  get data(): unknown {
    return this.#answer.data;
  }
}

/** Whether a value is a {@link GraphqlError}, also one of another installed copy. */
export function isGraphqlError(value: unknown): value is GraphqlError {
  return isFairleadError(value) && value.name === "GraphqlError";
}
