import { expect, it } from "vitest";
import type { Location } from "./redocly-types.ts";
import { resolvePointer } from "./schema-pointer.ts";
import { Spot } from "./spot.ts";

const shared: Record<string, unknown> = {
  "#/Item": { type: "object", properties: { id: { type: "integer" }, parent: { $ref: "#/Item" } } },
};

function location(pointer: string): Location {
  return {
    source: { absoluteRef: "museum.yaml" },
    pointer,
    absolutePointer: `museum.yaml${pointer}`,
    child: (keys) => location([pointer, ...keys].join("/")),
    key: () => location(pointer),
  };
}

function types(schema: unknown, pointer: string): string[] | undefined {
  const spot = new Spot(schema, location("#/schema"), (node) => {
    const { $ref } = node as { $ref: string };
    return { node: shared[$ref], location: location($ref) };
  });
  const target = resolvePointer(spot, pointer);
  return target.exists ? [...target.types] : undefined;
}

it("follows properties, array indexes and $ref, also in a circle", () => {
  const schema = { type: "object", properties: { items: { type: "array", items: { $ref: "#/Item" } } } };
  expect(types(schema, "/items")).toEqual(["array"]);
  expect(types(schema, "/items/0/parent/parent/id")).toEqual(["integer"]);
  expect(types(schema, "/items/first")).toBeUndefined();
});

it("looks into every branch of a composition and joins their types", () => {
  const schema = {
    allOf: [
      { $ref: "#/Item" },
      {
        anyOf: [{ properties: { state: { const: "open" } } }, { properties: { state: { type: ["integer", "null"] } } }],
      },
    ],
  };
  expect(types(schema, "/id")).toEqual(["integer"]);
  expect(types(schema, "/state")).toEqual(["string", "integer", "null"]);
});

it("follows additionalProperties that have a schema, and not those that only allow more", () => {
  expect(types({ type: "object", additionalProperties: { type: "integer" } }, "/any")).toEqual(["integer"]);
  expect(types({ properties: { id: {} }, additionalProperties: true }, "/any")).toBeUndefined();
});

it("takes an object without properties for open, and one with properties for closed", () => {
  expect(types({ type: "object" }, "/any/thing")).toEqual([]);
  expect(types({ type: "object", additionalProperties: false }, "/any")).toBeUndefined();
  expect(types({ type: "object", properties: { id: {} } }, "/any")).toBeUndefined();
});

it("reads escaped names, and the empty pointer as the whole value", () => {
  expect(types({ properties: { "a/b~c": { type: "string" } } }, "/a~1b~0c")).toEqual(["string"]);
  expect(types({ type: "array" }, "")).toEqual(["array"]);
});
