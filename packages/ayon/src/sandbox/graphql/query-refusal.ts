/**
 * Why the server does not answer a part of a query, told on purpose: the entry in `errors` has the status. Any other
 * error has none, as the server has it for what its database refuses.
 */
export class QueryRefusal extends Error {
  /** What the GraphQL library puts into the entry. */
  readonly extensions: { readonly status: number };

  /** @param status - 400, 403 or 404. */
  constructor(status: number, message: string) {
    super(message);
    this.name = "QueryRefusal";
    this.extensions = { status };
  }
}
