import { expect, test } from "vitest";
import { listOperations, operationRoute } from "./document.ts";

test("lists operations in the document's order and nothing else of a path item", () => {
  const operation = { operationId: "a" };
  const document = {
    info: { title: "Museum API", version: "1.0.0" },
    paths: { "/b": { parameters: [], post: operation, get: operation }, "/a": { summary: "x", delete: operation } },
  };
  expect(listOperations(document).map(({ method, path }) => `${method} ${path}`)).toEqual([
    "post /b",
    "get /b",
    "delete /a",
  ]);
});

test("a document without paths has no operations", () => {
  expect(listOperations({ info: { title: "Museum API", version: "1.0.0" } })).toEqual([]);
});

test("the route of an operation is its tag and its id in lower case", () => {
  expect(operationRoute({ operationId: "listHalls", tags: ["exhibit-halls"] })).toBe("#/exhibit-halls/listhalls");
});
