import {
  AuthenticationError,
  BadRequestError,
  type BodyParser,
  type BodyWriter,
  type ListRow,
} from "@fairlead/runtime";

/**
 * The row of a GraphQL query. The document's own row of `queryGraphql` gives answers as they come; here the errors of
 * an answer are thrown, and that takes the call that they end.
 * @param id - What errors and listeners are told as the operation.
 */
export function graphqlRow(id: string, write: BodyWriter, parse: BodyParser): Omit<ListRow, "pagination"> {
  return {
    id,
    method: "POST",
    path: "/graphql",
    body: { write, required: true },
    parse,
    errors: { 400: BadRequestError, 401: AuthenticationError },
    // It only reads.
    idempotent: true,
  };
}
