import {
  type AllOptions,
  type CallOptions,
  type Core,
  type ListFunction,
  type ListResult,
  listOperation,
  type OperationFunction,
  operation,
  type Page,
  type PagesOptions,
  type Success,
  type Walk,
} from "@fairlead/runtime";
import type { GraphqlResult } from "./graphql.ts";
import { graphqlRow } from "./graphql-row.ts";
import { parseList, writeList } from "./list-document.ts";

/** One page of nodes. */
export interface NodePage<Node> {
  /** The nodes, in the order of the list. */
  readonly nodes: Node[];
  /** Where the page ends: `after` of the next page, or `before` where `last` was given; `null` without nodes. */
  readonly endCursor: string | null;
  /** Whether the page is full. The next one may be empty all the same. */
  readonly hasMore: boolean;
}

/** Which fields of a node to ask for. */
export interface NodeFields<Field> {
  /**
   * Names of the fields that the nodes have. Fields of other nodes are for `graphql`.
   * @default those that most programs read
   */
  readonly fields?: readonly Field[] | undefined;
}

/** A list of nodes as a function of a core client. `Usual` are the fields that nodes have unless others are chosen. */
export interface NodeListFunction<Arguments, Node, Usual extends keyof Node> {
  /** The first page, or throws; `for await` gives the nodes of all pages. */
  <const Field extends keyof Node = Usual>(
    core: Core,
    input: Arguments & NodeFields<Field>,
    options?: CallOptions,
  ): ListResult<NodePage<Pick<Node, Field>>, Pick<Node, Field>>;
  /** The outcome as a value; never throws. */
  safe<const Field extends keyof Node = Usual>(
    core: Core,
    input: Arguments & NodeFields<Field>,
    options?: CallOptions,
  ): Promise<GraphqlResult<NodePage<Pick<Node, Field>>>>;
  /** The first page with status, headers and response; throws. */
  full<const Field extends keyof Node = Usual>(
    core: Core,
    input: Arguments & NodeFields<Field>,
    options?: CallOptions,
  ): Promise<Success<200, NodePage<Pick<Node, Field>>>>;
  /** Each page when it is asked for; `from` goes on after a page, with the same input. */
  pages<const Field extends keyof Node = Usual>(
    core: Core,
    input: Arguments & NodeFields<Field>,
    options?: PagesOptions,
  ): AsyncIterable<Page<NodePage<Pick<Node, Field>>, Pick<Node, Field>>>;
  /** The nodes of all pages; throws where there are more than `max`, 10,000 unless it is set. */
  all<const Field extends keyof Node = Usual>(
    core: Core,
    input: Arguments & NodeFields<Field>,
    options?: AllOptions,
  ): Promise<Pick<Node, Field>[]>;
}

/** A list of nodes as a method of a client. `Usual` are the fields that nodes have unless others are chosen. */
export interface NodeListMethod<Arguments, Node, Usual extends keyof Node> {
  /** The first page, or throws; `for await` gives the nodes of all pages. */
  <const Field extends keyof Node = Usual>(
    input: Arguments & NodeFields<Field>,
    options?: CallOptions,
  ): ListResult<NodePage<Pick<Node, Field>>, Pick<Node, Field>>;
  /** The outcome as a value; never throws. */
  safe<const Field extends keyof Node = Usual>(
    input: Arguments & NodeFields<Field>,
    options?: CallOptions,
  ): Promise<GraphqlResult<NodePage<Pick<Node, Field>>>>;
  /** The first page with status, headers and response; throws. */
  full<const Field extends keyof Node = Usual>(
    input: Arguments & NodeFields<Field>,
    options?: CallOptions,
  ): Promise<Success<200, NodePage<Pick<Node, Field>>>>;
  /** Each page when it is asked for; `from` goes on after a page, with the same input. */
  pages<const Field extends keyof Node = Usual>(
    input: Arguments & NodeFields<Field>,
    options?: PagesOptions,
  ): AsyncIterable<Page<NodePage<Pick<Node, Field>>, Pick<Node, Field>>>;
  /** The nodes of all pages; throws where there are more than `max`, 10,000 unless it is set. */
  all<const Field extends keyof Node = Usual>(
    input: Arguments & NodeFields<Field>,
    options?: AllOptions,
  ): Promise<Pick<Node, Field>[]>;
}

/** What a list that needs no argument has besides, as a function of a core client. */
export interface PlainListFunction<Node, Usual extends keyof Node> {
  /** The first page, or throws; `for await` gives the nodes of all pages. */
  (core: Core): ListResult<NodePage<Pick<Node, Usual>>, Pick<Node, Usual>>;
  /** The nodes of all pages; throws where there are more than 10,000. */
  all(core: Core): Promise<Pick<Node, Usual>[]>;
}

/** What a list that needs no argument has besides, as a method of a client. */
export interface PlainListMethod<Node, Usual extends keyof Node> {
  /** The first page, or throws; `for await` gives the nodes of all pages. */
  (): ListResult<NodePage<Pick<Node, Usual>>, Pick<Node, Usual>>;
  /** The nodes of all pages; throws where there are more than 10,000. */
  all(): Promise<Pick<Node, Usual>[]>;
}

/** Goes on behind the last row of a page, until a page is not full. */
const byEndCursor: Walk = {
  next({ items, data }) {
    const { hasMore, endCursor } = data as NodePage<unknown>;
    // `null` is an error: there is another page, and nothing to ask for it with.
    return hasMore && items.length ? endCursor || null : undefined;
  },
};

/**
 * Makes the function of a list; `F` is its type.
 * @param id - `query` and the field of the list, such as `queryFolders`.
 * @param inProject - Whether it is a field of a project.
 * @param fields - What is asked for of a node unless the caller chooses, with a space between two names.
 */
export function nodeList<F>(id: string, inProject: boolean, fields: string): F {
  const document = { name: id.slice(5).toLowerCase(), inProject, fields };
  const row = {
    ...graphqlRow(id, writeList(document), parseList(document)),
    pagination: { walk: byEndCursor, param: "cursor", items: "/nodes" },
  };
  const { safe, full } = operation<OperationFunction>(row);
  return listOperation<ListFunction>(row, {
    safe: (core, body = {}, options) => safe(core, { body }, options),
    full: (core, body = {}, options) => full(core, { body }, options),
  }) as F;
}
