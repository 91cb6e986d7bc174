import type { ResponseTable } from "@fairlead/sandbox/tables";
import { dereference, isObject, type OpenApiDocument, type Reference } from "../document/document.ts";
import type { Operation } from "../document/operations.ts";
import { plainSchema } from "./plain-schema.ts";

type Responses = Readonly<Record<string, ResponseTable>>;

/** Every declared response: the components by their name, those of one operation as `<operationId>.<status>`. */
export function responseTables(document: OpenApiDocument, operations: readonly Operation[]): Responses {
  const components = Object.entries(document.components?.responses ?? {});
  const own = operations.flatMap(({ id, source }) =>
    Object.entries(source.responses ?? {}).flatMap(([status, response]): [string, unknown][] =>
      "$ref" in response ? [] : [[`${id}.${status}`, response]],
    ),
  );
  return Object.fromEntries(
    [...components, ...own].map(([name, response]) => [name, responseTable(document, response)]),
  );
}

/** The name in {@link responseTables} of each answer of an operation, by status or `default`. */
export function responseNames({ id, source }: Operation): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source.responses ?? {}).map(([status, response]) => [
      status,
      "$ref" in response ? componentName(response.$ref) : `${id}.${status}`,
    ]),
  );
}

/** The name at the end of a reference to a component. */
export function componentName(reference: string): string {
  return decodeURIComponent(reference.slice(reference.lastIndexOf("/") + 1))
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

function responseTable(document: OpenApiDocument, written: unknown): ResponseTable {
  const response = follow(document, written);
  return {
    headers: mapMembers(response.headers, (header) => {
      const { required, schema } = follow(document, header);
      return { required: required === true, schema: plainSchema(schema) };
    }),
    content: mapMembers(response.content, (media) => {
      const { schema, example, examples } = follow(document, media);
      const named = mapMembers(examples, (one) => follow(document, one).value);
      return { schema: plainSchema(schema), examples: example === undefined ? named : { example, ...named } };
    }),
  };
}

function follow(document: OpenApiDocument, value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value)
    ? dereference<Record<string, unknown>>(document, value as Record<string, unknown> | Reference)
    : {};
}

function mapMembers<Value>(object: unknown, map: (member: unknown) => Value): Record<string, Value> {
  const members = isObject(object) ? Object.entries(object) : [];
  return Object.fromEntries(members.map(([name, member]) => [name, map(member)]));
}
