import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type JsonSchema, keys } from "../src/index.ts";
import { conditionTexts } from "../src/reference/condition-texts.ts";
import { markdownTable } from "../src/reference/markdown-table.ts";
import { memberTable } from "../src/reference/member-table.ts";
import { referencePage } from "../src/reference/reference-page.ts";
import { valueText } from "../src/reference/value-text.ts";
import { when } from "../src/vocabulary/json-schema.ts";

it("is fresh: `pnpm --filter @fairlead/behaviors reference` writes docs/behaviors.md", () => {
  expect(readFileSync(new URL("../../../docs/behaviors.md", import.meta.url), "utf8")).toBe(referencePage());
});

it("has a section for every key and every block of definitions", () => {
  const page = referencePage();
  for (const { extension, definitions } of keys) {
    expect(page).toContain(`\n## \`${extension}\`\n`);
    if (definitions !== undefined) expect(page).toContain(`\n### \`x-behaviors.${definitions.block}.<name>\`\n`);
  }
});

it("has no table row with another number of cells", () => {
  const rows = referencePage()
    .split("\n")
    .filter((line) => line.startsWith("|"));
  expect(rows.filter((row) => row.split(/(?<!\\)\|/).length !== 5)).toEqual([]);
});

it("lists members of members, of list items and of any name", () => {
  const table = memberTable({
    required: ["a"],
    properties: {
      a: { description: "One.", type: "object", properties: { deep: { description: "Two | three.", enum: [1, 2] } } },
      b: {
        description: "List.",
        type: "array",
        minItems: 1,
        items: { type: "object", properties: { c: { type: "string" } } },
      },
    },
    additionalProperties: { description: "Any.", default: true, type: "boolean" },
  });
  expect(table.split("\n").slice(2).map(squeezed)).toEqual([
    "| `a`, required | object | One. |",
    "| `a.deep` | `1`, `2` | Two \\| three. |",
    "| `b` | list from 1 of object | List. |",
    "| `b[].c` | text | |",
    "| `<name>` | boolean | Any. Default: `true`. |",
  ]);
});

it("says what follows from a value, and what the forms of a value require", () => {
  const state: JsonSchema = { anyOf: [{ description: "A start.", required: ["next"] }, { description: "An end." }] };
  expect(squeezed(memberTable({ properties: { state } }))).toContain(
    "| `state` | any value | A start: `next`. An end. |",
  );
  const kinds = when({ properties: { kind: { enum: ["a", "b"] } } }, { required: ["size"] });
  expect(conditionTexts({ properties: { key: { allOf: [kinds] } } })).toEqual([
    "Where `key.kind` is `a` or `b`, `key.size` is required.",
  ]);
  expect(
    conditionTexts({ allOf: [when({ required: ["sort"] }, { properties: { action: { const: "list" } } })] }),
  ).toEqual(["Where `sort` is there, `action` is `list`."]);
});

it.each([
  [{ type: "integer", minimum: 1, maximum: 4 }, "integer 1 to 4"],
  [{ type: "string", minLength: 10 }, "text of 10 characters or more"],
  [{ anyOf: [{ const: "none" }, { type: "string", pattern: "^a|b$" }] }, "`none`, or `^a\\|b$`"],
  [{ type: "object", additionalProperties: { type: "string" } }, "map to text"],
  [{}, "any value"],
] as const)("writes %j as %s", (schema, text) => {
  expect(valueText(schema)).toBe(text);
});

it("aligns the columns of a table, each at least three wide", () => {
  expect(markdownTable(["a", "long"], [["1", "x"]])).toBe("| a   | long |\n| --- | ---- |\n| 1   | x    |");
});

/** A table without the spaces that align it. */
function squeezed(text: string): string {
  return text.replaceAll(/ +/g, " ");
}
