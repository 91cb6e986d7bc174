import {
  duration,
  name,
  paramRef,
  pointer,
  reference,
  requestRef,
  resourceName,
  responseRef,
  schemaRef,
} from "../vocabulary/common.ts";
import type { JsonSchema } from "../vocabulary/json-schema.ts";

/** The forms of text that have a name, with what they are. */
export const forms: readonly { readonly name: string; readonly schema: JsonSchema }[] = [
  { name: "Name", schema: name },
  { name: "ResourceName", schema: resourceName },
  { name: "Duration", schema: duration },
  { name: "Pointer", schema: pointer },
  { name: "Parameter", schema: paramRef },
  { name: "RequestValue", schema: requestRef },
  { name: "Response", schema: responseRef },
  { name: "Schema", schema: schemaRef },
];

/** What a value must be, in a few words of Markdown. */
export function valueText(schema: JsonSchema): string {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(code).join(", ");
  if (schema.anyOf !== undefined && schema.type === undefined) {
    return [...new Set(schema.anyOf.map(valueText))].join(", or ");
  }
  switch (schema.type) {
    case "string":
      return textOf(schema);
    case "array":
      return `list${range(schema.minItems, schema.maxItems)} of ${schema.items ? valueText(schema.items) : "values"}`;
    case "object":
      return schema.properties === undefined ? `map${keysOf(schema)}` : "object";
    case undefined:
      return "any value";
    default:
      return `${schema.type}${range(schema.minimum, schema.maximum)}`;
  }
}

/** A value as Markdown code. */
export function code(value: unknown): string {
  return `\`${String(value)}\``;
}

function textOf({ pattern, minLength }: JsonSchema): string {
  if (pattern === undefined)
    return minLength !== undefined && minLength > 1 ? `text of ${minLength} characters or more` : "text";
  const form = forms.find(({ schema }) => schema.pattern === pattern);
  if (pattern === reference.pattern) return "Name";
  return form?.name ?? code(pattern).replaceAll("|", "\\|");
}

function keysOf({ propertyNames, additionalProperties }: JsonSchema): string {
  const value = additionalProperties ? ` to ${valueText(additionalProperties)}` : "";
  return `${propertyNames === undefined ? "" : ` of ${textOf(propertyNames)}`}${value}`;
}

function range(from: number | undefined, to: number | undefined): string {
  if (from === undefined && to === undefined) return "";
  if (from === to) return ` of ${from}`;
  if (to === undefined) return ` from ${from}`;
  return from === undefined ? ` up to ${to}` : ` ${from} to ${to}`;
}
