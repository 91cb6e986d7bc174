import { expect, test } from "vitest";
import { plainSchema } from "./plain-schema.ts";

test("texts, examples and extensions go, on every level", () => {
  const written = {
    description: "A thing",
    type: "object",
    "x-extensible-enum": ["a"],
    properties: { name: { type: "string", title: "Name", examples: ["lamp"], deprecated: true } },
    anyOf: [{ description: "one", required: ["name"] }],
    additionalProperties: { description: "more", type: "string" },
  };
  expect(plainSchema(written)).toEqual({
    type: "object",
    properties: { name: { type: "string" } },
    anyOf: [{ required: ["name"] }],
    additionalProperties: { type: "string" },
  });
});

test("members that are called like a text stay, and so do values", () => {
  const kept = {
    properties: { description: { type: "string" }, title: true },
    required: ["description"],
    default: { description: "kept" },
    enum: [{ title: "kept" }],
    const: { example: 1 },
  };
  expect(plainSchema(kept)).toEqual(kept);
});

test("no schema and true allow everything, false nothing", () => {
  expect([undefined, true, false].map(plainSchema)).toEqual([true, true, false]);
  expect(plainSchema({ items: false })).toEqual({ items: false });
});
