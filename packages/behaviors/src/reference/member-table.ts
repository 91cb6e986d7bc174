import { pointer } from "../vocabulary/common.ts";
import { evidence } from "../vocabulary/evidence.ts";
import type { JsonSchema } from "../vocabulary/json-schema.ts";
import { markdownTable } from "./markdown-table.ts";
import { code, valueText } from "./value-text.ts";

/** A Markdown table of all members of a schema, those of members too; empty where there are none. */
export function memberTable(schema: JsonSchema): string {
  const rows = membersOf(schema, "");
  return rows.length === 0 ? "" : markdownTable(["member", "value", "meaning"], rows);
}

type Row = readonly [member: string, value: string, meaning: string];

function membersOf(schema: JsonSchema, path: string): Row[] {
  const { properties = {}, additionalProperties, items, anyOf = [] } = schema;
  const required = new Set(schema.required);
  const named = Object.entries(properties).flatMap(([name, member]) => [
    rowOf(`${path}${name}`, member, required.has(name)),
    ...inside(member, `${path}${name}`),
  ]);
  const any = `${path}<${schema.propertyNames?.pattern === pointer.pattern ? "pointer" : "name"}>`;
  const free = additionalProperties
    ? [rowOf(any, additionalProperties, false), ...inside(additionalProperties, any)]
    : [];
  return [
    ...named,
    ...free,
    ...(items ? membersOf(items, path) : []),
    ...anyOf.flatMap((one) => membersOf(anyOf.length > 1 ? optional(one) : one, path)),
  ];
}

/** A form of several: what it requires is said where the forms are listed. */
function optional({ required: _, ...form }: JsonSchema): JsonSchema {
  return form;
}

/** Evidence has its own section, so its members are listed once. */
function inside(member: JsonSchema, path: string): Row[] {
  return member.properties === evidence.properties ? [] : membersOf(member, `${path}${member.items ? "[]" : ""}.`);
}

function rowOf(path: string, member: JsonSchema, required: boolean): Row {
  const isEvidence = member.properties === evidence.properties;
  const value = isEvidence ? "as [`x-evidence`](#x-evidence)" : valueText(member);
  const standard = member.default === undefined ? "" : ` Default: ${code(member.default)}.`;
  const meaning = member.description ?? formsOf(member);
  return [`${code(path)}${required ? ", required" : ""}`, value, `${cell(meaning)}${standard}`];
}

/** The forms that a value without a description of its own can have, each with what it requires. */
function formsOf({ anyOf = [] }: JsonSchema): string {
  return anyOf
    .map(({ description = "", required = [] }) =>
      required.length === 0 ? description : `${description.replace(/\.$/, "")}: ${required.map(code).join(", ")}.`,
    )
    .join(" ");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
