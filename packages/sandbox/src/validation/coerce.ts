import type { Schema } from "../tables/tables.ts";
import type { SchemaLibrary } from "./schema-library.ts";

/**
 * The value that a text stands for under a schema: a number or boolean where the schema allows one and the text is
 * exactly one, else the text itself, which validation then judges.
 */
export function coerce(text: string, schema: Schema, library: SchemaLibrary): unknown {
  const types = typesOf(schema, library);
  if ((types.has("integer") || types.has("number")) && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) {
    const value = Number(text);
    if (Number.isFinite(value)) return value;
  }
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.has("null") && text === "null" && !types.has("string")) return null;
  return text;
}

/** The JSON types that a schema allows; empty where it does not say. */
export function typesOf(schema: Schema, library: SchemaLibrary): ReadonlySet<string> {
  const known = library.types.get(schema);
  if (known !== undefined) return known;
  const types = new Set<string>();
  collect(schema, library, types, 0);
  library.types.set(schema, types);
  return types;
}

function collect(schema: Schema, library: SchemaLibrary, types: Set<string>, depth: number): void {
  const resolved = library.resolve(schema);
  if (typeof resolved === "boolean" || depth > 8) return;
  const { type, enum: values, const: constant, anyOf, oneOf, allOf } = resolved;
  if (typeof type === "string") types.add(type);
  if (Array.isArray(type)) for (const one of type) types.add(String(one));
  if (Array.isArray(values)) for (const value of values) types.add(value === null ? "null" : typeof value);
  if (constant !== undefined) types.add(constant === null ? "null" : typeof constant);
  for (const branches of [anyOf, oneOf, allOf])
    if (Array.isArray(branches)) for (const branch of branches) collect(branch as Schema, library, types, depth + 1);
}
