import { expect, it } from "vitest";
import type { JsonSchema } from "./json-schema.ts";
import { membersOf, usedMembersOf } from "./members.ts";

const schema: JsonSchema = {
  properties: {
    style: { enum: ["a", "b"] },
    list: { items: { properties: { deep: {} } } },
  },
  additionalProperties: { anyOf: [{ const: true }, { properties: { inner: {} } }] },
};

it("lists members, values, items and what any name may stand for", () => {
  expect(membersOf(schema, "x")).toEqual([
    "x/style",
    "x/style=a",
    "x/style=b",
    "x/list",
    "x/list[]/deep",
    "x/*=true",
    "x/*/inner",
  ]);
});

it("lists of these only what a value uses", () => {
  expect(usedMembersOf(schema, { style: "b", list: [{}, { deep: 1 }], any: { inner: 1 } }, "x")).toEqual([
    "x/style",
    "x/style=b",
    "x/list",
    "x/list[]/deep",
    "x/*/inner",
  ]);
});
