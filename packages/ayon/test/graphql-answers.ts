import { type MockAnswer, type MockTransport, mockTransport } from "@fairlead/runtime/testing";
import { type AyonOptions, createAyonCore } from "../src/core.ts";
import { type GraphqlGroup, graphqlGroup } from "../src/graphql/graphql-group.ts";

/** A client's GraphQL whose answers are given in order, and what it sent. */
export interface AnsweredGraphql {
  readonly graphql: GraphqlGroup;
  readonly transport: MockTransport;
  /** The bodies of all requests so far. */
  sent(): { query: string; variables?: Record<string, unknown> }[];
}

/** The credential of all these clients. */
export const token = "a-token-of-a-client-0123456789";

/** A client of scripted answers. */
export function answered(script: readonly MockAnswer[], options: Partial<AyonOptions> = {}): AnsweredGraphql {
  const transport = mockTransport(script);
  const core = createAyonCore({
    baseUrl: "https://ayon.example.com",
    auth: token,
    fetch: transport,
    retry: false,
    ...options,
  });
  return {
    graphql: graphqlGroup(core),
    transport,
    sent: () => transport.requests.map(({ body }) => JSON.parse(String(body))),
  };
}

/** An answer with these nodes in a list of a project. */
export function page(list: string, nodes: readonly unknown[], endCursor: unknown, hasMore: unknown): MockAnswer {
  const edges = nodes.map((node) => ({ node }));
  return { json: { data: { project: { [list]: { edges, pageInfo: { endCursor, hasMore } } } } } };
}

/** An answer with these errors. */
export function failed(errors: unknown, data: unknown = null): MockAnswer {
  return { json: { data, errors } };
}
