import { describe, expect, test } from "vitest";
import type { OpenApiDocument, OperationObject, Reference, SchemaObject } from "./document.ts";
import { itemPath } from "./item-path.ts";

const document: OpenApiDocument = {
  openapi: "3.1.1",
  paths: {},
  components: {
    schemas: {
      Page: {
        type: "object",
        required: ["data"],
        properties: { data: { $ref: "#/components/schemas/Data" }, "a/b": { type: "array" } },
      },
      Data: { type: "object", properties: { rooms: { type: "array" } } },
      Both: { allOf: [{ $ref: "#/components/schemas/Page" }] },
    },
  },
};

function listOf(schema: SchemaObject | Reference, mediaType = "application/json"): OperationObject {
  return { responses: { 404: {}, 200: { content: { [mediaType]: { schema } } } } };
}

const page = { $ref: "#/components/schemas/Page" };

describe("the way to the items of a list", () => {
  test("says of each member whether it is always there", () => {
    expect(itemPath(document, listOf(page), "/data/rooms")).toEqual([
      { name: "data", isRequired: true },
      { name: "rooms", isRequired: false },
    ]);
  });

  test("is empty where the body is the list", () => {
    expect(itemPath(document, listOf({ type: "array" }), "")).toEqual([]);
  });

  test("has the names as they are, and takes what it can't see as optional", () => {
    expect(itemPath(document, listOf(page), "/a~1b")).toEqual([{ name: "a/b", isRequired: false }]);
    expect(itemPath(document, listOf({ $ref: "#/components/schemas/Both" }), "/data")).toEqual([
      { name: "data", isRequired: false },
    ]);
  });

  test("does not exist in a body that is no JSON", () => {
    expect(() => itemPath(document, listOf({}, "text/plain"), "/data")).toThrow("success body is no JSON");
  });
});
