import { expect, it } from "vitest";
import { matches } from "./matches.ts";

const stored = { id: 7, scope: { type: "wing", id: 3 }, tags: ["old", "lamp"], note: null };

it.each([
  [{}],
  [{ id: 7 }],
  [{ id: "7" }],
  [{ scope: { id: 3 } }],
  [{ tags: ["old", "lamp"] }],
  [{ note: null }],
  [{ missing: undefined }],
])("takes %j as true of the entity", (condition) => {
  expect(matches(stored, condition)).toBe(true);
});

it.each([
  [{ id: 8 }],
  [{ id: null }],
  [{ scope: { id: 4 } }],
  [{ scope: 3 }],
  [{ tags: ["old"] }],
  [{ tags: { 0: "old", 1: "lamp" } }],
  [{ note: undefined }],
  [{ toString: Object.prototype.toString }],
])("takes %j as false of the entity", (condition) => {
  expect(matches(stored, condition)).toBe(false);
});
