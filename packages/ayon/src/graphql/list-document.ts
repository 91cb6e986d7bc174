import { type BodyParser, type BodyWriter, jsonBody, notDecoded, parseJson, RequestError } from "@fairlead/runtime";
import { asGraphql, isObject } from "./as-graphql.ts";
import { argumentTypes, jsonFields, objectFields } from "./generated/list-arguments.ts";

/** One of the lists that the client can walk. */
export interface ListDocument {
  /** The field of the query, such as `folders`. */
  readonly name: string;
  /** Whether it is a field of a project. */
  readonly inProject: boolean;
  /** Fields of a node that are asked for unless the caller chooses, with a space between them. */
  readonly fields: string;
}

/** What a list is asked with, before its types are put on it; `cursor` is the position of a walk. */
interface ListInput {
  readonly fields?: readonly string[];
  readonly cursor?: unknown;
  readonly [argument: string]: unknown;
}

/**
 * Writes the query of one page: only what is given is declared, and null counts as not given. The writer throws a
 * RequestError for an argument or a field that is no such name, and for a page of no size.
 */
export function writeList({ name, inProject, fields: usual }: ListDocument): BodyWriter {
  return (call, draft, body, row, input) => {
    const { fields = usual.split(" "), cursor, ...given } = input as ListInput;
    const isBackward = given.last != null;
    const all: { [argument: string]: unknown } = {
      ...given,
      // As many as the vendor's own client asks for.
      ...(!isBackward && { first: given.first ?? 300 }),
      // Cursors are the same both ways; behind the last row of a descending page is what goes before it.
      ...(cursor != null && { [isBackward ? "before" : "after"]: cursor }),
    };
    const check = (isRight: unknown, rule: string) => {
      if (!isRight) throw new RequestError(call, rule);
    };
    // The server takes 0 for all, and means the first 1,000.
    check(
      Number(all.first ?? given.last) > 0 && !(isBackward && all.first),
      "first or last: 1 or more, of one of them",
    );
    check(!inProject || given.project_name, "project_name is missing");
    check([...fields, ...Object.keys(all)].every((name) => /^\w+$/.test(name)) && fields[0], "fields must be names");
    const variables: Record<string, unknown> = {};
    let declared = "";
    let passed = "";
    for (const argument in all) {
      const value = all[argument];
      if (value == null) continue;
      const isProject = inProject && argument === "project_name";
      const type = isProject ? "String!" : typeOf(argument, value);
      declared += ` $${argument}: ${type}`;
      if (!isProject) passed += ` ${argument}: $${argument}`;
      variables[argument] = type === "String" && isObject(value) ? JSON.stringify(value) : value;
    }
    const nodes = fields.map((field) => (objectFields[field] ? `${field} { ${objectFields[field]} }` : field));
    const more = isBackward ? "hasPreviousPage" : "hasNextPage";
    const list = `${name}(${passed}) { edges { node { ${nodes.join(" ")} } } pageInfo { endCursor hasMore: ${more} } }`;
    const query = `query ${name}(${declared}) { ${inProject ? `project(name: $project_name) { ${list} }` : list} }`;
    jsonBody(call, draft, body, row, { query, variables });
  };
}

/** Reads the nodes of one page. The parser throws as {@link asGraphql} does. */
export function parseList({ name, inProject }: ListDocument): BodyParser {
  return {
    ...asGraphql,
    async parse(call, deadline, response) {
      const data = Object(await asGraphql.parse(call, deadline, response));
      const { edges, pageInfo } = Object(Object(inProject ? data.project : data)[name]);
      if (!Array.isArray(edges)) throw notDecoded(call, response, "no list in", "");
      const { endCursor = null, hasMore = false } = Object(pageInfo);
      return { nodes: edges.map((edge) => withoutJson(Object(edge).node)), endCursor, hasMore };
    },
  };
}

/** The GraphQL type of an argument; what no list has is refused by the server. */
function typeOf(argument: string, value: unknown): string {
  const isList = Array.isArray(value) || argument.endsWith("s");
  const byValue: Record<string, string> = { boolean: "Boolean", number: "Int" };
  return argumentTypes[argument] ?? byValue[typeof value] ?? (isList ? "[String!]" : "String");
}

/** A node with its JSON parsed; what is broken, or no object or list, stays a text. */
function withoutJson(node: Record<string, unknown>): unknown {
  for (const field of jsonFields.split(" ")) {
    try {
      const value = parseJson(node[field] as string);
      if (isObject(value)) node[field] = value;
    } catch {
      // It may still tell somebody something.
    }
  }
  return node;
}
