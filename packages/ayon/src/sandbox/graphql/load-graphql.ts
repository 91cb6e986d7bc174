import type { GraphQLSchema } from "graphql";
import { schemaText } from "../../graphql/generated/schema-text.ts";

/** The GraphQL library, with the server's schema in its form. */
export interface LoadedGraphql {
  readonly library: typeof import("graphql");
  readonly schema: GraphQLSchema;
}

let loaded: Promise<LoadedGraphql> | undefined;

/**
 * Loads the library when the first query comes: a sandbox that gets none does not need it.
 * @param load - Imports it.
 * @throws {Error} It is not installed.
 */
export function loadGraphql(load: () => Promise<typeof import("graphql")> = importIt): Promise<LoadedGraphql> {
  loaded ??= load().then(
    (library) => ({ library, schema: library.buildSchema(schemaText) }),
    (cause) => {
      // Somebody may install it while this runs.
      loaded = undefined;
      throw new Error("The sandbox answers GraphQL with the package graphql: npm install --save-dev graphql", {
        cause,
      });
    },
  );
  return loaded;
}

function importIt(): Promise<typeof import("graphql")> {
  return import("graphql");
}
