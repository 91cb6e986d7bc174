import type { Schema } from "@fairlead/sandbox/tables";
import fc from "fast-check";
import { isObject, type ObjectSchema, type Shapes } from "../document/shapes.ts";

/** How values are made. */
export interface ArbitraryOptions {
  /** Leaves out all members that are not required. @default false */
  readonly requiredOnly?: boolean;
}

/**
 * Values that a JSON Schema allows. Every value is checked against the schema, so that a keyword which is not understood
 * here makes fewer values, never wrong ones.
 */
export function arbitraryOf(schema: Schema, shapes: Shapes, options: ArbitraryOptions = {}): fc.Arbitrary<unknown> {
  return build(schema, shapes, options, 0).filter((value) => shapes.isValid(schema, value));
}

function build(schema: unknown, shapes: Shapes, options: ArbitraryOptions, depth: number): fc.Arbitrary<unknown> {
  const resolved = shapes.resolve(schema);
  if (resolved.const !== undefined) return fc.constant(resolved.const);
  if (Array.isArray(resolved.enum)) return fc.constantFrom(...(resolved.enum as unknown[]));
  const alternatives = (resolved.anyOf ?? resolved.oneOf) as readonly unknown[] | undefined;
  if (alternatives !== undefined) {
    const { anyOf: _anyOf, oneOf: _oneOf, ...rest } = resolved;
    return fc.oneof(
      ...alternatives.map((one) => build({ ...rest, ...shapes.resolve(one) }, shapes, options, depth + 1)),
    );
  }
  const types = shapes.types(resolved);
  const kinds = types.size === 0 ? [isObject(resolved.properties) ? "object" : "string"] : [...types];
  return fc.oneof(...kinds.map((kind) => ofKind(kind, resolved, shapes, options, depth)));
}

function ofKind(
  kind: string,
  schema: ObjectSchema,
  shapes: Shapes,
  options: ArbitraryOptions,
  depth: number,
): fc.Arbitrary<unknown> {
  if (kind === "string") return textOf(schema);
  if (kind === "integer") return fc.integer(bounds(schema, 1));
  if (kind === "number") return fc.double({ ...bounds(schema, 0), noNaN: true, noDefaultInfinity: true });
  if (kind === "boolean") return fc.boolean();
  if (kind === "array") {
    const minLength = Number(schema.minItems ?? 0);
    const maxLength = Math.max(minLength, Math.min(Number(schema.maxItems ?? 4), depth > 3 ? 0 : 4));
    return fc.array(build(schema.items ?? true, shapes, options, depth + 1), { minLength, maxLength });
  }
  if (kind === "object") return objectOf(schema, shapes, options, depth);
  return fc.constant(null);
}

function objectOf(
  schema: ObjectSchema,
  shapes: Shapes,
  options: ArbitraryOptions,
  depth: number,
): fc.Arbitrary<unknown> {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = (Array.isArray(schema.required) ? schema.required : []) as string[];
  const names = options.requiredOnly || depth > 3 ? required : [...new Set([...required, ...Object.keys(properties)])];
  const members = names.map((name) => [name, build(properties[name] ?? true, shapes, options, depth + 1)] as const);
  return fc.record(Object.fromEntries(members), { requiredKeys: required, noNullPrototype: true });
}

function textOf(schema: ObjectSchema): fc.Arbitrary<string> {
  if (typeof schema.pattern === "string") return fc.stringMatching(new RegExp(schema.pattern, "u"));
  if (schema.format === "uuid") return fc.uuid();
  if (schema.format === "date-time") return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (schema.format === "uri") return fc.webUrl();
  if (schema.format === "email") return fc.emailAddress();
  const minLength = Number(schema.minLength ?? 0);
  const maxLength = Math.max(minLength, Math.min(Number(schema.maxLength ?? 30), 30));
  return fc.string({ minLength, maxLength, unit: "grapheme" });
}

function bounds(schema: ObjectSchema, step: number): { min: number; max: number } {
  const min = Number(schema.minimum ?? Number(schema.exclusiveMinimum ?? -1e6 - step) + step);
  const max = Number(schema.maximum ?? Number(schema.exclusiveMaximum ?? Math.max(1e6, min + 1e6) + step) - step);
  return { min, max: Math.min(max, 2 ** 31 - 1) };
}
