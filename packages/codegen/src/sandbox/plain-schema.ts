import type { Schema } from "@fairlead/sandbox/tables";
import { isObject } from "../document/document.ts";

/** Keywords that only tell people something. */
const TEXTS = [
  "title",
  "description",
  "summary",
  "example",
  "examples",
  "externalDocs",
  "deprecated",
  "$comment",
  "xml",
];
/** Keywords whose value has schemas by names of the author's choice, which may be those of keywords. */
const MAPS = ["properties", "patternProperties", "dependentSchemas", "$defs"];
const SCHEMAS = [
  ...["items", "contains", "additionalProperties", "unevaluatedItems", "unevaluatedProperties", "propertyNames"],
  ...["not", "if", "then", "else"],
];
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];

/** A schema without what does not decide on values: texts, examples, extensions. No schema allows everything. */
export function plainSchema(schema: unknown): Schema {
  if (!isObject(schema)) return schema !== false;
  const kept = Object.entries(schema).filter(([keyword]) => !TEXTS.includes(keyword) && !keyword.startsWith("x-"));
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, plainKeyword(keyword, value)]));
}

function plainKeyword(keyword: string, value: unknown): unknown {
  if (MAPS.includes(keyword) && isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainSchema(member)]));
  }
  if (LISTS.includes(keyword) && Array.isArray(value)) return value.map(plainSchema);
  return SCHEMAS.includes(keyword) ? plainSchema(value) : value;
}
