import type { Schema } from "@fairlead/sandbox/tables";
import { describe, expect, it } from "vitest";
import { museumTables } from "../../../test/museum/tables.ts";
import { Shapes } from "../document/shapes.ts";
import { freshText } from "./fresh-text.ts";

const shapes = new Shapes(museumTables);
const fresh = (schema: Schema): string => freshText("amber", 12, schema, shapes);

describe("a text that differs by a number", () => {
  it("has it behind a dash where that is allowed", () => {
    expect(fresh(true)).toBe("amber-12");
    expect(fresh({ type: "string", pattern: "^[a-z0-9-]+$" })).toBe("amber-12");
  });
  it("has it behind another sign where a pattern refuses the dash", () => {
    expect(fresh({ type: "string", pattern: "^\\w+$" })).toBe("amber_12");
    expect(fresh({ type: "string", pattern: "^[a-z0-9]+$" })).toBe("amber12");
  });
  it("is cut where it would be too long, and keeps the number", () => {
    expect(fresh({ type: "string", maxLength: 6 })).toBe("amb-12");
  });
  it("is made from the schema where no number has a place, another for each number and the same for the same", () => {
    const schema = { type: "string", pattern: "^[0-9a-f]{32}$" };
    const made = [1, 2, 3, 3].map((number) => freshText("0123456789abcdef0123456789abcdef", number, schema, shapes));
    for (const text of made) expect(shapes.violations(schema, text)).toEqual([]);
    expect(new Set(made).size).toBe(3);
  });
  it("is a text also where the schema allows null, and in small letters where the known one is", () => {
    const hex = { type: ["string", "null"], pattern: "^[0-9a-fA-F]{32}$" };
    for (let number = 1; number <= 20; number++) {
      expect(freshText("0123456789abcdef0123456789abcdef", number, hex, shapes)).toMatch(/^[0-9a-f]{32}$/);
      expect(freshText("RO-1840", number, { type: "string", pattern: "^[A-Z]{2}-[0-9]{4}$" }, shapes)).toMatch(
        /^[A-Z]{2}-/,
      );
    }
  });
});
