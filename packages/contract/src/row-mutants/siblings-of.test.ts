import { expect, it } from "vitest";
import { museumDocument } from "../../test/museum/document.ts";
import { museumTables } from "../../test/museum/tables.ts";
import { createLawContext } from "../laws/law-context.ts";
import { itemsOf, schemaAt, siblingsOf, spread, successSchema } from "./siblings-of.ts";

const context = createLawContext({ tables: museumTables, document: museumDocument, seed: 42 });
const page = successSchema(context.operation("listExhibits"), context);
const print = successSchema(context.operation("getPrint"), context);

it("finds what the schema lists beside a pointer", () => {
  expect(siblingsOf("/items", page, context)).toEqual(["/total"]);
  expect(siblingsOf("/status", print, context)).toEqual(["/id", "/messages", "/file", "/createdAt"]);
});

it("finds the members of an item", () => {
  const item = itemsOf(schemaAt(page, "/items", context), context);
  expect(siblingsOf("/id", item, context)).toContain("/title");
  expect(siblingsOf("/items/0/id", page, context)).toContain("/items/0/title");
});

it("takes the next element beside an element", () => {
  expect(siblingsOf("/messages/0", print, context)).toEqual(["/messages/1"]);
});

it("makes a name up where the schema lists no other", () => {
  expect(siblingsOf("/left/right", print, context)).toEqual(["/left/rightOther"]);
  expect(siblingsOf("/more", { properties: { more: {} } }, context)).toEqual(["/moreOther"]);
});

it("finds no schema of an answer without JSON", () => {
  expect(successSchema(context.operation("deleteExhibit"), context)).toBeUndefined();
});

it.each([
  [[1, 2, 3, 4, 5, 6], 3, [1, 3, 5]],
  [[1, 2, 3, 4, 5, 6, 7], 3, [1, 4, 6]],
  [[1, 2], 3, [1, 2]],
  [[1, 2, 3], undefined, [1, 2, 3]],
  [[], 3, []],
])("takes of %j as many as %s", (list, count, taken) => {
  expect(spread<number>(list, count)).toEqual(taken);
});
