import { describe, expect, it } from "vitest";
import { museumTables } from "../../../test/museum/tables.ts";
import { Shapes } from "./shapes.ts";

const shapes = new Shapes(museumTables);

describe("the schemas of a document", () => {
  it("judge a value, references followed", () => {
    expect(shapes.violations({ $ref: "#/components/schemas/NewExhibit" }, { title: "", year: 1 })).toEqual([
      "/title must NOT have fewer than 1 characters",
    ]);
  });
  it.each<[object, string, unknown]>([
    [{ type: "integer" }, "12", 12],
    [{ type: "integer" }, "12.5", 12.5],
    [{ type: "integer" }, "text", "text"],
    [{ type: "integer" }, "", ""],
    [{ type: ["string", "null"] }, "null", "null"],
    [{ type: "boolean" }, "true", true],
    [{ type: "object" }, '{"a":1}', { a: 1 }],
  ])("read a text: under %j %s is %j", (schema, text, value) => {
    expect(shapes.coerce(schema as never, text)).toEqual(value);
  });
  it("tell members that no branch declares, and leave open objects alone", () => {
    const closed = { anyOf: [{ properties: { a: {} } }, { properties: { b: { properties: { c: {} } } } }] };
    expect(shapes.undeclared(closed, { a: 1, b: { c: 1, d: 2 }, e: [] })).toEqual(["/b/d", "/e"]);
    expect(shapes.undeclared({ properties: { a: {} }, additionalProperties: true }, { e: 1 })).toEqual([]);
    expect(shapes.undeclared({ type: "object" }, { e: 1 })).toEqual([]);
    expect(shapes.undeclared({ items: { properties: { a: {} } } }, [{ a: 1 }, { z: 1 }])).toEqual(["/1/z"]);
  });
});
