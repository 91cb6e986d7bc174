import { isRecord } from "../is-record.ts";
import type { Spot } from "./spot.ts";

/** JSON types that a schema may state. */
export type JsonType = "array" | "object" | "string" | "integer" | "number" | "boolean" | "null";

/** What a schema says about the place that a pointer names. */
export interface Target {
  /** False when the schema knows no such place. */
  readonly exists: boolean;
  /** The types that it can have there; empty when the schema leaves that open. */
  readonly types: ReadonlySet<JsonType>;
  /** Values that an `enum` or `const` lists there. */
  readonly values: readonly unknown[];
  readonly schemas: readonly Spot[];
}

/**
 * Follows a JSON Pointer for a value through the schema of that value: properties, items, `additionalProperties` with a
 * schema, and every branch of `allOf`, `anyOf` and `oneOf`. A schema of type object that names no properties is
 * open: anything may stand in it.
 * @param throughItems - Whether an array stands for all of its items, so that no key names one of them.
 */
export function resolvePointer(schema: Spot, pointer: string, throughItems = false): Target {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  let branches = flatten(schema);
  for (const key of keys) {
    if (throughItems) branches = branches.flatMap((branch) => [branch, ...itemsOf(branch)]);
    const next = branches.flatMap((branch) => step(branch, key));
    if (next.length === 0 && branches.some(isOpen)) return open;
    if (next.length === 0) return { ...open, exists: false };
    branches = next.flatMap((spot) => flatten(spot));
  }
  return {
    exists: true,
    types: new Set(branches.flatMap(typesOf)),
    values: branches.flatMap(valuesOf),
    schemas: branches,
  };
}

const open: Target = { exists: true, types: new Set(), values: [], schemas: [] };

/** A schema and all branches of its compositions. */
function flatten(schema: Spot, seen: ReadonlySet<string> = new Set()): Spot[] {
  if (seen.has(schema.at.absolutePointer)) return [];
  const here = new Set([...seen, schema.at.absolutePointer]);
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((key) => schema.get(key)?.items() ?? []);
  return [schema, ...branches.flatMap((branch) => flatten(branch, here))];
}

/** What an array holds, and arrays in it hold. */
function itemsOf(schema: Spot): Spot[] {
  const items = schema.get("items");
  return items === undefined ? [] : flatten(items).flatMap((item) => [item, ...itemsOf(item)]);
}

function step(schema: Spot, key: string): Spot[] {
  const property = schema.find("properties", key);
  if (property !== undefined) return [property];
  const item = /^(0|[1-9]\d*)$/.test(key) ? schema.get("items") : undefined;
  if (item !== undefined) return [item];
  const rest = schema.get("additionalProperties");
  return rest !== undefined && isRecord(rest.value) && Object.keys(rest.value).length > 0 ? [rest] : [];
}

function isOpen({ value }: Spot): boolean {
  if (!isRecord(value) || value.additionalProperties === false) return false;
  const closing = ["properties", "allOf", "anyOf", "oneOf"];
  return [value.type].flat().includes("object") && !closing.some((key) => value[key] !== undefined);
}

function typesOf({ value }: Spot): JsonType[] {
  if (!isRecord(value)) return [];
  if (value.type !== undefined) return [value.type].flat() as JsonType[];
  return valuesOf({ value }).map((constant) => typeOfValue(constant));
}

function valuesOf({ value }: Pick<Spot, "value">): unknown[] {
  if (!isRecord(value)) return [];
  return [...(Array.isArray(value.enum) ? value.enum : []), ...(value.const === undefined ? [] : [value.const])];
}

function typeOfValue(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : (typeof value as JsonType);
}
