import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParameterTable, Schema, Tables } from "../tables/tables.ts";
import { readParameters } from "./parameters.ts";
import { SchemaLibrary } from "./schema-library.ts";

const library = new SchemaLibrary({ schemas: { Size: { type: "integer", default: 16 } } } as unknown as Tables);

function read(schema: Schema, search: string, more: Partial<ParameterTable> = {}): unknown {
  const parameter: ParameterTable = {
    name: "x",
    in: "query",
    required: false,
    schema,
    style: "form",
    explode: true,
    ...more,
  };
  const sources = { path: { x: search }, query: new URLSearchParams(search), headers: new Headers({ x: "7" }) };
  return readParameters([parameter], sources, library)[parameter.in].x;
}

describe("readParameters", () => {
  it("gives numbers and booleans where they are declared", () => {
    expect(read({ type: "integer" }, "x=12")).toBe(12);
    expect(read({ type: "number" }, "x=1.5e3")).toBe(1500);
    expect(read({ type: "boolean" }, "x=true")).toBe(true);
    expect(read({ type: ["integer", "string"] }, "x=12")).toBe(12);
    expect(read({ type: "string" }, "x=12")).toBe("12");
  });

  it("leaves a text that is none of its type, for validation to judge", () => {
    for (const text of ["012", "1x", "", "0x10", "1,5", "Infinity"])
      expect(read({ type: "integer" }, `x=${text}`), text).toBe(text);
    expect(read({ type: "boolean" }, "x=yes")).toBe("yes");
  });

  it("fills in the declared default, through a reference too", () => {
    expect(read({ $ref: "#/components/schemas/Size" }, "")).toBe(16);
    expect(read({ $ref: "#/components/schemas/Size" }, "x=3")).toBe(3);
    expect(read({ type: "integer" }, "")).toBeUndefined();
  });

  it("reads lists in every declared style", () => {
    const list = { type: "array", items: { type: "integer" } };
    expect(read(list, "x=1&x=2")).toEqual([1, 2]);
    expect(read(list, "x=1,2", { explode: false })).toEqual([1, 2]);
    expect(read(list, "x=1%202", { style: "spaceDelimited", explode: false })).toEqual([1, 2]);
    expect(read(list, "x=1|2", { style: "pipeDelimited", explode: false })).toEqual([1, 2]);
    expect(read(list, "1,2", { in: "path", style: "simple", explode: false })).toEqual([1, 2]);
  });

  it("reads an object in brackets", () => {
    const object = { type: "object", properties: { from: { type: "integer" } } };
    expect(read(object, "x[from]=3&x[to]=b", { style: "deepObject" })).toEqual({ from: 3, to: "b" });
  });

  it("reads headers by name in any case", () => {
    expect(read({ type: "integer" }, "", { in: "header", style: "simple", explode: false })).toBe(7);
  });

  it("gives back any integer that JavaScript can write", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => read({ type: "integer" }, `x=${value}`) === value));
  });

  it("never changes a text that is declared as one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(read({ type: "string" }, new URLSearchParams({ x: text }).toString())).toBe(
          new URLSearchParams(new URLSearchParams({ x: text }).toString()).get("x"),
        );
      }),
    );
  });
});
