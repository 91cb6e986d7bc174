import type { ParameterTable, Schema } from "../tables/tables.ts";
import { coerce, typesOf } from "./coerce.ts";
import type { SchemaLibrary } from "./schema-library.ts";

/** The parameters of a request by place and wire name. */
export interface ParameterValues {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly header: Record<string, unknown>;
}

/** What a request carries before its parameters are read. */
export interface ParameterSources {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
}

/**
 * Reads the declared parameters in their declared styles and types, and fills in declared defaults. A text that is none
 * of its declared type stays a text.
 */
export function readParameters(
  parameters: readonly ParameterTable[],
  sources: ParameterSources,
  library: SchemaLibrary,
): ParameterValues {
  const values: ParameterValues = { path: {}, query: {}, header: {} };
  for (const parameter of parameters) {
    const { name, in: place, schema } = parameter;
    const value = readers[place](parameter, sources, library) ?? defaultOf(schema, library);
    if (value !== undefined) values[place][name] = value;
  }
  return values;
}

type Reader = (parameter: ParameterTable, sources: ParameterSources, library: SchemaLibrary) => unknown;

const readers: Readonly<Record<ParameterTable["in"], Reader>> = {
  path: ({ name, schema }, { path }, library) => readList(path[name], schema, library, ","),
  header: ({ name, schema }, { headers }, library) => readList(headers.get(name) ?? undefined, schema, library, ","),
  query: readQuery,
};

const separators: Readonly<Record<string, string>> = { form: ",", spaceDelimited: " ", pipeDelimited: "|" };

function readQuery(
  { name, schema, style, explode }: ParameterTable,
  { query }: ParameterSources,
  library: SchemaLibrary,
): unknown {
  if (style === "deepObject") return readDeepObject(name, schema, query, library);
  const sent = query.getAll(name);
  if (sent.length === 0) return undefined;
  if (explode && isList(schema, library)) return sent.map((text) => coerce(text, itemOf(schema, library), library));
  return readList(sent[0], schema, library, separators[style] ?? ",");
}

function readDeepObject(name: string, schema: Schema, query: URLSearchParams, library: SchemaLibrary): unknown {
  const members: Record<string, unknown> = {};
  for (const [key, text] of query) {
    if (!key.startsWith(`${name}[`) || !key.endsWith("]")) continue;
    const member = key.slice(name.length + 1, -1);
    members[member] = coerce(text, propertyOf(schema, member, library), library);
  }
  return Object.keys(members).length === 0 ? undefined : members;
}

function readList(text: string | undefined, schema: Schema, library: SchemaLibrary, separator: string): unknown {
  if (text === undefined) return undefined;
  if (!isList(schema, library)) return coerce(text, schema, library);
  return text === "" ? [] : text.split(separator).map((item) => coerce(item, itemOf(schema, library), library));
}

function isList(schema: Schema, library: SchemaLibrary): boolean {
  const types = typesOf(schema, library);
  return types.has("array") && !types.has("string");
}

function itemOf(schema: Schema, library: SchemaLibrary): Schema {
  const resolved = library.resolve(schema);
  return typeof resolved === "object" ? ((resolved.items as Schema | undefined) ?? true) : true;
}

/** The schema of a member of an object schema; `true` where it says nothing of it. */
export function propertyOf(schema: Schema, name: string, library: SchemaLibrary): Schema {
  const resolved = library.resolve(schema);
  const properties = typeof resolved === "object" ? (resolved.properties as Record<string, Schema> | undefined) : {};
  return properties !== undefined && Object.hasOwn(properties, name) ? (properties[name] ?? true) : true;
}

function defaultOf(schema: Schema, library: SchemaLibrary): unknown {
  const resolved = library.resolve(schema);
  return typeof resolved === "object" ? resolved.default : undefined;
}
