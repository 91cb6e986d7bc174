import { describe, expect, it } from "vitest";
import type { Schema, Tables } from "../tables/tables.ts";
import { Projections } from "./project.ts";
import { SchemaLibrary } from "./schema-library.ts";

const schemas = {
  Ticket: { type: "object", properties: { id: { type: "integer" }, owner: { $ref: "#/components/schemas/Visitor" } } },
  Visitor: { type: "object", properties: { name: { type: "string" }, password: { type: "string", writeOnly: true } } },
  Room: {
    type: "object",
    properties: { name: {}, inside: { type: "array", items: { $ref: "#/components/schemas/Room" } } },
  },
} satisfies Record<string, Schema>;
const library = new SchemaLibrary({ schemas } as unknown as Tables);
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

function show(schema: Schema, value: unknown): unknown {
  return new Projections(library).of(schema)(value);
}

describe("Projections", () => {
  it("leaves out what the schema does not declare, at every depth", () => {
    expect(show(ref("Ticket"), { id: 1, floor: 2, owner: { name: "Ada", age: 40 } })).toEqual({
      id: 1,
      owner: { name: "Ada" },
    });
  });

  it("never shows a member that may only be written", () => {
    expect(show(ref("Visitor"), { name: "Ada", password: "hunter2" })).toEqual({ name: "Ada" });
  });

  it("shows what any branch of a union declares", () => {
    const union = { anyOf: [ref("Ticket"), { type: "object", properties: { owner: { properties: { age: {} } } } }] };
    expect(show(union, { id: 1, owner: { name: "Ada", age: 40, x: 1 }, x: 1 })).toEqual({
      id: 1,
      owner: { name: "Ada", age: 40 },
    });
  });

  it("leaves an open object whole, and shows its declared members as declared", () => {
    const open = { type: "object", additionalProperties: true, properties: { owner: ref("Visitor") } };
    expect(show(open, { extra: 1, owner: { name: "Ada", age: 40 } })).toEqual({ extra: 1, owner: { name: "Ada" } });
    expect(show({ type: "object" }, { anything: 1 })).toEqual({ anything: 1 });
  });

  it("follows a schema that holds itself", () => {
    const rooms = { name: "A", x: 1, inside: [{ name: "B", x: 1, inside: [{ name: "C", x: 1 }] }] };
    expect(show(ref("Room"), rooms)).toEqual({ name: "A", inside: [{ name: "B", inside: [{ name: "C" }] }] });
  });

  it("gives the value itself where nothing goes, and else leaves it as it was", () => {
    const whole = { id: 1, owner: { name: "Ada" } };
    expect(show(ref("Ticket"), whole)).toBe(whole);
    const list = [whole, { id: 2, owner: { name: "Bo", age: 3 } }, whole];
    const shown = show({ type: "array", items: ref("Ticket") }, list) as typeof list;
    expect(shown).toEqual([whole, { id: 2, owner: { name: "Bo" } }, whole]);
    expect(shown[0]).toBe(whole);
    expect(list[1]).toEqual({ id: 2, owner: { name: "Bo", age: 3 } });
  });

  it("gives anything else back as it is", () => {
    for (const value of [null, 3, "a", [1, null]]) expect(show(ref("Ticket"), value)).toEqual(value);
  });
});
