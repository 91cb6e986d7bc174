import {
  type CallOptions,
  type Core,
  type Failure,
  jsonBody,
  type NoAnswer,
  type OperationFunction,
  type OtherStatus,
  operation,
  type Success,
} from "@fairlead/runtime";
import type { components } from "../generated/schema.ts";
import { asGraphql } from "./as-graphql.ts";
import type { GraphqlError } from "./graphql-error.ts";
import { graphqlRow } from "./graphql-row.ts";

/**
 * A document: a text, or what graphql-codegen makes with `documentMode: "string"`, which has the types of its data and
 * its variables with it. Write no named fragments: inside of them an AYON server leaves some fields empty.
 */
export type GraphqlDocument<Data, Variables> =
  | string
  | {
      toString(): string;
      readonly __apiType?: ((variables: Variables) => Data) | undefined;
      /** A parsed document has no text; it is refused. */
      readonly kind?: never;
    };

/** The arguments after the document: variables may be left out where none is needed. */
export type GraphqlArguments<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables | undefined, options?: CallOptions]
    : [variables: Variables, options?: CallOptions];

/** No usable answer: as for any call, or the server's answer has errors. */
export interface GraphqlNoAnswer extends Omit<NoAnswer, "error"> {
  /** The error that the throwing form throws. */
  readonly error: NoAnswer["error"] | GraphqlError;
}

/** Every outcome of a query. An answer with errors has the status 0, as what came is not what was asked for. */
export type GraphqlResult<Data> =
  | Success<200, Data>
  | Failure<400, string>
  | Failure<401 | OtherStatus<400 | 401>, components["schemas"]["Error"]>
  | GraphqlNoAnswer;

type AnyVariables = { readonly [name: string]: unknown };

/** `graphql` as a method of a client. */
export interface GraphqlMethod {
  /** The data, or throws. */
  <Data = unknown, Variables = AnyVariables>(
    document: GraphqlDocument<Data, Variables>,
    ...rest: GraphqlArguments<Variables>
  ): Promise<Data>;
  /** The outcome as a value; never throws. */
  safe<Data = unknown, Variables = AnyVariables>(
    document: GraphqlDocument<Data, Variables>,
    ...rest: GraphqlArguments<Variables>
  ): Promise<GraphqlResult<Data>>;
  /** The data with status, headers and response; throws. */
  full<Data = unknown, Variables = AnyVariables>(
    document: GraphqlDocument<Data, Variables>,
    ...rest: GraphqlArguments<Variables>
  ): Promise<Success<200, Data>>;
}

/** `graphql` as a function of a core client. */
export interface GraphqlFunction {
  /** The data, or throws. */
  <Data = unknown, Variables = AnyVariables>(
    core: Core,
    document: GraphqlDocument<Data, Variables>,
    ...rest: GraphqlArguments<Variables>
  ): Promise<Data>;
  /** The outcome as a value; never throws. */
  safe<Data = unknown, Variables = AnyVariables>(
    core: Core,
    document: GraphqlDocument<Data, Variables>,
    ...rest: GraphqlArguments<Variables>
  ): Promise<GraphqlResult<Data>>;
  /** The data with status, headers and response; throws. */
  full<Data = unknown, Variables = AnyVariables>(
    core: Core,
    document: GraphqlDocument<Data, Variables>,
    ...rest: GraphqlArguments<Variables>
  ): Promise<Success<200, Data>>;
}

/**
 * Runs a GraphQL document and gives its `data` as it came: texts that hold JSON stay texts, and pages are the caller's
 * business; for lists by filters there are {@link queryFolders} and its like.
 * @throws {GraphqlError} The answer has errors, whatever else it has.
 * @throws {BadRequestError} 400: there is no query in the document.
 * @throws {AuthenticationError} 401: the credential is missing, unknown or too old.
 * @throws {ApiError} Any other error; a 404 or 405 from a server that is none of AYON's, or a very old one.
 * @see https://docs.ayon.dev/docs/dev_api_graphql
 */
export const graphql: GraphqlFunction = /* @__PURE__ */ makeGraphql();

function makeGraphql(): GraphqlFunction {
  const { safe, full } = operation<OperationFunction>(graphqlRow("queryGraphql", jsonBody, asGraphql));
  const on =
    <Result>(form: (core: Core, input: unknown, options?: CallOptions) => Result) =>
    (core: Core, document: unknown, variables?: unknown, options?: CallOptions) =>
      form(core, { body: { query: `${document}`, variables } }, options);
  const forms = { safe: on(safe), full: on(full) };
  const data = async (...call: Parameters<typeof forms.full>) => (await forms.full(...call)).data;
  return Object.assign(data, forms) as GraphqlFunction;
}
