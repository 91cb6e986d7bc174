import type { Schema } from "@fairlead/sandbox/tables";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { museumTables } from "../../../test/museum/tables.ts";
import { Shapes } from "../document/shapes.ts";
import { arbitraryOf } from "./arbitrary-of.ts";

const shapes = new Shapes(museumTables);

describe("random values of a schema", () => {
  it.each<[string, Schema]>([
    ["a component", { $ref: "#/components/schemas/NewExhibit" }],
    ["a text of a length", { type: "string", minLength: 3, maxLength: 5 }],
    ["a pattern", { type: "string", pattern: "^[a-z]{2}-\\d$" }],
    ["a time", { type: "string", format: "date-time" }],
    ["an integer in bounds", { type: "integer", minimum: 3, exclusiveMaximum: 6 }],
    ["one of several types", { type: ["integer", "null"], minimum: 1 }],
    ["alternatives", { anyOf: [{ const: "none" }, { type: "array", minItems: 2, items: { type: "boolean" } }] }],
    [
      "an object that demands members",
      { type: "object", required: ["a"], properties: { a: { enum: [1, "x"] }, b: { type: "number" } } },
    ],
  ])("are all valid: %s", (_, schema) => {
    const values = fc.sample(arbitraryOf(schema, shapes), { seed: 7, numRuns: 50 });
    for (const value of values) expect(shapes.violations(schema, value)).toEqual([]);
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBeGreaterThan(1);
  });
  it("leave out what is not required, when asked to", () => {
    const made = fc.sample(arbitraryOf({ $ref: "#/components/schemas/NewExhibit" }, shapes, { requiredOnly: true }), {
      seed: 7,
      numRuns: 20,
    });
    for (const value of made) expect(Object.keys(value as object).sort()).toEqual(["title", "year"]);
  });
});
