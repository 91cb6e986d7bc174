import type { DocumentNode, ExecutionResult } from "graphql";
import type { LoadedGraphql } from "./load-graphql.ts";
import type { Node } from "./place.ts";

/** A query as it was sent. */
export interface Query {
  readonly query: string;
  readonly variables?: { readonly [name: string]: unknown } | null;
  readonly operationName?: string | null;
}

/** What is answered: data, errors, or both. */
export interface QueryAnswer {
  readonly data: unknown;
  readonly errors?: readonly unknown[];
}

/**
 * Runs a query; of several operations the first, unless one is named. A document that does not fit the schema is an
 * answer without data.
 * @returns Undefined where no operation of the document has the name.
 */
export async function runQuery(
  { library, schema }: LoadedGraphql,
  rootValue: Node,
  { query, variables, operationName }: Query,
): Promise<QueryAnswer | undefined> {
  const { execute, GraphQLError, Kind, parse, validate } = library;
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return answer({ errors: [error] });
    throw error;
  }
  const errors = validate(schema, document);
  if (errors.length > 0) return answer({ errors });
  const operations = document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one] : []));
  const named = operations.map(({ name }) => name?.value);
  if (operationName != null && !named.includes(operationName)) return undefined;
  const name = operationName ?? named[0];
  return answer(
    await execute({
      schema,
      document,
      rootValue,
      variableValues: variables ?? {},
      ...(name && { operationName: name }),
    }),
  );
}

/** `data` is always there, and `errors` only if there are some. */
function answer({ data = null, errors }: ExecutionResult): QueryAnswer {
  return errors === undefined ? { data } : { data, errors: errors.map((error) => error.toJSON()) };
}
